import type { AboutFact, Intent, ScoredIntent } from '../src/understanding/understanding.ts';
import { about } from './about.ts';
import { afterCrisis } from './after-crisis.ts';
import { answer, more } from './answer.ts';
import { contactFact, factOfOthers } from './contact-facts.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { crisisTopic, emergency } from './emergency.ts';
import { referral } from './referral.ts';
import { refuse } from './refuse.ts';
import { repeat } from './repeat.ts';
import { reportCrime } from './report-crime.ts';
import { mayReport } from './settle-intents.ts';
import { smallTalk } from './small-talk.ts';
import { tipLineFact } from './tip-line-facts.ts';

/** Gives an intent to its dialog. `all` are the intents of the same message: an emergency is one reply for all dangers. */
export function runIntent(scene: Scene, intent: Intent, all: readonly ScoredIntent[]): DialogResult {
  return scene.state.topic === crisisTopic
    ? afterCrisis(scene, intent, () => give(scene, intent, all))
    : give(scene, intent, all);
}

function give(scene: Scene, intent: Intent, all: readonly ScoredIntent[]): DialogResult {
  switch (intent.kind) {
    case 'emergency':
      return emergency(scene, dangersOf(scene, all));
    case 'report':
      return reportCrime(scene);
    case 'tip-line-fact':
      return contactFact(scene, intent.fact) ?? tipLineFact(scene, intent.fact);
    case 'referral':
      return referral(scene, intent.topic);
    case 'about':
      return aboutOthers(scene, intent.fact) ?? about(scene, intent.fact);
    case 'smalltalk':
      return smallTalk(scene, intent.move);
    case 'follow-up':
      return followUp(scene, intent.move);
    case 'refuse':
      return refuse(scene, intent.reason);
    case 'question':
      return answer(scene, intent.whole);
  }
}

function followUp(scene: Scene, move: 'more' | 'elaborate' | 'repeat'): DialogResult {
  // "I told the sheriff already, what else": more of a contact is that contact.
  if (move === 'repeat' || (move === 'more' && scene.state.topic !== null)) return repeat(scene);
  return move === 'more' ? more(scene) : answer(scene);
}

/** "Do they speak Spanish" after a contact was given asks about that, not about the assistant. */
function aboutOthers(scene: Scene, fact: AboutFact): DialogResult | null {
  const asked = factOfOthers(scene, fact);
  return asked && contactFact(scene, asked);
}

function dangersOf(scene: Scene, all: readonly ScoredIntent[]) {
  const intents = all.map(({ intent }) => intent);
  const has = (danger: 'danger' | 'suicide'): boolean =>
    intents.some((intent) => intent.kind === 'emergency' && intent.danger === danger);
  const { knowledge } = scene.parts;
  return {
    danger: has('danger'),
    suicide: has('suicide'),
    offerReport: intents.every((intent) => intent.kind !== 'referral' || mayReport(knowledge, intent.topic)),
  };
}
