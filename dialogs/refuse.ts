import type { WordingKey } from '../src/conversation/wording-table.ts';
import type { RefusalReason } from '../src/understanding/understanding.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { cards } from './make-reply.ts';
import { topicOf } from './referral.ts';
import { notAnswered } from './unknown.ts';

const lines = {
  abuse: 'refuse.abuse',
  crime: 'refuse.crime',
  legal: 'refuse.legal',
  injection: 'refuse.injection',
  opinion: 'refuse.opinion',
  'off-topic': 'refuse.offTopic',
} as const satisfies Readonly<Record<RefusalReason, WordingKey>>;

/** A calm line of why not, and what can be asked instead. Attempts to steer the assistant are text like any other. */
export function refuse(scene: Scene, reason: RefusalReason): DialogResult {
  const result = notAnswered(scene, scene.say(lines[reason]), {
    related: [],
    confidence: scene.confidence,
    // Someone who asks in vain needs people to turn to; someone who insults does not.
    counts: reason === 'off-topic' || reason === 'legal',
    covers: reason === 'off-topic' || reason === 'injection',
  });
  return reason === 'legal' ? withContactAtHand(scene, result) : result;
}

/** Who asks for advice after a contact was given ("will they deport me") keeps sight of that contact. */
function withContactAtHand(scene: Scene, { reply, state }: DialogResult): DialogResult {
  const topic = topicOf(scene, scene.state.topic);
  if (!reply || !topic || reply.contacts.length > 0) return { reply, state };
  return { state, reply: { ...reply, contacts: cards(scene, topic.contacts) } };
}
