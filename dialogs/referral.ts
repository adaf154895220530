import type { ReferralTopic } from '../src/knowledge/knowledge.ts';
import type { ScoredIntent } from '../src/understanding/understanding.ts';
import { chip } from './chips.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { cards, makeReply } from './make-reply.ts';
import { asksSomething } from './question-form.ts';
import { dangerLine } from './report-crime.ts';
import { notAnswered } from './unknown.ts';
import { wasKept } from './what-is-kept.ts';

/** A subject that belongs to another contact: that contact, and the tip line only where it may be offered. */
export function referral(scene: Scene, topicId: string): DialogResult {
  const topic = topicOf(scene, topicId);
  if (!topic)
    return notAnswered(scene, scene.say('referral.noContact'), {
      related: [],
      confidence: scene.confidence,
      counts: true,
      covers: true,
    });
  return reply(scene, topic, [topic.say[scene.lang]]);
}

/** Names, details or fear told after a referral: not looked up, not kept, and the contact once more; 911 first where it sounds of danger. */
export function referralGoesOn(scene: Scene, topic: ReferralTopic, dangerous: boolean): DialogResult {
  if (dangerous) return reply(scene, { ...topic, dangerFirst: true }, [topic.say[scene.lang]]);
  return reply(scene, topic, [`${wasKept(scene)} ${scene.say('referral.noDetails')}`]);
}

/** Below this confidence what sounds like a tip, told after a contact beside which no tip line may stand, goes on with that contact. */
const SURELY_A_TIP = 0.8;

/** "Nobody picks up there, it's 9 pm": families, victims and people with complaints are not sent to the tip line by a guess. */
export function keepsToContact(scene: Scene, intents: readonly ScoredIntent[]): 'referral' | null {
  const topic = topicOf(scene, scene.state.topic);
  const guessed = intents.every(({ intent, confidence }) => intent.kind === 'report' && confidence < SURELY_A_TIP);
  const asks = asksSomething(scene.span) || wishesToReport.test(scene.span);
  return topic && !topic.offerReport && guessed && !asks ? 'referral' : null;
}

const wishesToReport = /\b(?:report|tips?|denunci\p{L}*|reportar\p{L}*|turn (?:him|her|them|in))\b/iu;

export function topicOf(scene: Scene, topicId: string | null): ReferralTopic | undefined {
  return scene.parts.knowledge.agency.topics.find(({ id }) => id === topicId);
}

function reply(scene: Scene, topic: ReferralTopic, lines: readonly string[]): DialogResult {
  const canReport = topic.offerReport && scene.parts.knowledge.agency.tipLine !== null;
  return {
    state: { ...scene.state, topic: topic.id, misses: 0 },
    reply: {
      kind: 'referral',
      topic: topic.id,
      ...makeReply(scene, {
        before: [...(topic.dangerFirst ? dangerLine(scene) : []), ...lines],
        contacts: cards(scene, topic.contacts),
        choices: [...(canReport ? [chip(scene.say, 'alsoReport')] : []), chip(scene.say, 'ask')],
      }),
    },
  };
}
