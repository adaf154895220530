import type { AboutFact, Intent, ScoredIntent } from '../src/understanding/understanding.ts';
import { about } from './about.ts';
import { answer, more } from './answer.ts';
import { contactFact, factOfOthers } from './contact-facts.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { crisisTopic, emergency } from './emergency.ts';
import { crisisNumber } from './numbers.ts';
import { referral } from './referral.ts';
import { refuse } from './refuse.ts';
import { repeat } from './repeat.ts';
import { reportCrime } from './report-crime.ts';
import { mayReport } from './settle-intents.ts';
import { smallTalk } from './small-talk.ts';
import { tipLineFact } from './tip-line-facts.ts';

/** Gives an intent to its dialog. `all` are the intents of the same message: an emergency is one reply for all dangers. */
export function runIntent(scene: Scene, intent: Intent, all: readonly ScoredIntent[]): DialogResult {
  if (scene.state.topic !== crisisTopic) return give(scene, intent, all);
  // Who spoke of suicide and asks for help asks for that line, and whatever else is said, it stays in sight.
  const pleads = intent.kind === 'about' && intent.fact === 'help';
  if (pleads) return emergency(scene, { danger: false, suicide: true, offerReport: false });
  return withCrisisLine(scene, give(scene, intent, all));
}

function withCrisisLine(scene: Scene, result: DialogResult): DialogResult {
  const { reply, state } = result;
  if (!reply || state === null || !saysLittle.has(reply.kind)) return result;
  const line = scene.say('danger.crisis', { crisis: crisisNumber(scene) });
  return { state, reply: { ...reply, after: [...reply.after, line] } };
}

const saysLittle: ReadonlySet<string> = new Set(['about', 'smalltalk', 'unknown', 'clarify']);

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
      return answer(scene);
  }
}

function followUp(scene: Scene, move: 'more' | 'elaborate' | 'repeat'): DialogResult {
  if (move === 'repeat') return repeat(scene);
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
