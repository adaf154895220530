import type { DialogResult, Scene } from './dialog.ts';
import { cards, makeReply } from './make-reply.ts';
import { crisisNumber, emergencyNumber, tipLineNumber } from './numbers.ts';
import { wasKept } from './what-is-kept.ts';

/** What `state.topic` holds after thoughts of suicide, so that a next message is met by the same line again; no topic's id has a colon. */
export const crisisTopic = ':crisis';

/** What is known of the danger in this turn. */
export interface Danger {
  readonly danger: boolean;
  readonly suicide: boolean;
  /** Whether the tip line may be named as what helps afterwards. */
  readonly offerReport: boolean;
}

/** Danger now: the number to call, first and short, then what helps next. */
export function emergency(scene: Scene, { danger, suicide, offerReport }: Danger): DialogResult {
  const { agency } = scene.parts.knowledge;
  const number = tipLineNumber(scene);
  const tipLine =
    danger && !suicide && offerReport && number !== null ? [scene.say('danger.afterwards', { number })] : [];
  return reply(scene, {
    suicide,
    before: [
      ...(danger ? [scene.say('danger.now', { emergency: emergencyNumber(scene) })] : []),
      ...crisisLines(scene, suicide, danger),
    ],
    after: suicide ? [scene.say('danger.crisisNext')] : [...tipLine, scene.say('danger.noDetails')],
    contacts: [...(danger ? [agency.emergency] : []), ...(suicide ? [agency.crisis] : []), agency.emergency],
  });
}

/** More words after an emergency, without a question: the number again, and that nothing is kept. */
export function emergencyGoesOn(scene: Scene): DialogResult {
  const { agency } = scene.parts.knowledge;
  const suicide = scene.state.topic === crisisTopic;
  return reply(scene, {
    suicide,
    before: suicide
      ? crisisLines(scene, true, false)
      : [scene.say('danger.still', { emergency: emergencyNumber(scene) })],
    after: [wasKept(scene)],
    contacts: suicide ? [agency.crisis, agency.emergency] : [agency.emergency],
  });
}

function crisisLines(scene: Scene, suicide: boolean, dangerSaid: boolean): readonly string[] {
  if (!suicide) return [];
  const line = scene.say('danger.crisis', { crisis: crisisNumber(scene) });
  return dangerSaid ? [line] : [line, scene.say('danger.crisisNow', { emergency: emergencyNumber(scene) })];
}

function reply(
  scene: Scene,
  given: {
    readonly suicide: boolean;
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly contacts: readonly (string | null)[];
  },
): DialogResult {
  return {
    state: { ...scene.state, topic: given.suicide ? crisisTopic : null, misses: 0 },
    reply: {
      kind: 'emergency',
      ...makeReply(scene, { before: given.before, contacts: cards(scene, given.contacts), after: given.after }),
    },
  };
}
