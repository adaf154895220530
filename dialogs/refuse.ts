import type { WordingKey } from '../src/conversation/wording-table.ts';
import type { RefusalReason } from '../src/understanding/understanding.ts';
import type { DialogResult, Scene } from './dialog.ts';
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
  return notAnswered(scene, scene.say(lines[reason]), {
    related: [],
    confidence: scene.confidence,
    // Someone who asks in vain needs people to turn to; someone who insults does not.
    counts: reason === 'off-topic' || reason === 'legal',
    covers: reason === 'off-topic' || reason === 'injection',
  });
}
