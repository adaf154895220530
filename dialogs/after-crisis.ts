import type { ReplyKind } from '../src/conversation/reply.ts';
import type { Intent } from '../src/understanding/understanding.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { emergency } from './emergency.ts';
import { crisisNumber } from './numbers.ts';

/**
 * What follows on thoughts of suicide: who then asks for help asks for that line, and whatever else is said, it stays in
 * sight under every reply that gives no contact or passage of its own.
 */
export function afterCrisis(scene: Scene, intent: Intent, give: () => DialogResult): DialogResult {
  if (intent.kind === 'about' && intent.fact === 'help')
    return emergency(scene, { danger: false, suicide: true, offerReport: false });
  const { reply, state } = give();
  if (!reply || state === null || !saysLittle.has(reply.kind)) return { reply, state };
  const line = scene.say('danger.crisis', { crisis: crisisNumber(scene) });
  return { state, reply: { ...reply, after: [...reply.after, line] } };
}

const saysLittle: ReadonlySet<ReplyKind> = new Set<ReplyKind>(['about', 'smalltalk', 'unknown', 'clarify']);
