import type { Intent } from '../src/understanding/understanding.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { cards, makeReply } from './make-reply.ts';
import { emergencyNumber, tipLineNumber } from './numbers.ts';
import { examples } from './welcome.ts';

/** A file, picture or voice message: what cannot be read is said, and what can be done instead. */
export function attachment(scene: Scene): DialogResult {
  return said(scene, [scene.say('unknown.attachment')]);
}

/** Signs without a letter or digit. */
export function withoutWords(scene: Scene): DialogResult {
  return said(scene, [scene.say('smalltalk.empty')]);
}

/** A message too long to be read that shows no danger, report or referral in what was read of it. */
export function tooLong(scene: Scene): DialogResult {
  return said(scene, [scene.say('unknown.tooLong')]);
}

/** Neither English nor Spanish: one line in both, with the number for danger and the tip line. */
export function otherLanguage(scene: Scene, intents: readonly Intent[]): DialogResult {
  const { wording, knowledge } = scene.parts;
  const { agency } = knowledge;
  const emergency = emergencyNumber(scene);
  const number = tipLineNumber(scene);
  const before = [wording.en, wording.es].map((say) => {
    const urgent =
      number === null
        ? say('unknown.otherLanguageUrgent', { emergency })
        : say('unknown.otherLanguageReport', { emergency, number });
    return `${say('unknown.otherLanguage')} ${urgent}`;
  });
  const parts = makeReply(scene, { before, contacts: cards(scene, [agency.emergency, agency.tipLine]) });
  const kinds = intents.map(({ kind }) => kind);
  const state = scene.state;
  if (kinds.includes('emergency')) return { state, reply: { kind: 'emergency', ...parts } };
  if (kinds.includes('report') || kinds.includes('tip-line-fact'))
    return { state, reply: { kind: 'handoff', ...parts } };
  return { state, reply: { kind: 'unknown', section: null, ...parts } };
}

function said(scene: Scene, before: readonly string[]): DialogResult {
  return {
    state: scene.state,
    reply: { kind: 'unknown', section: null, ...makeReply(scene, { before, choices: examples(scene) }) },
  };
}
