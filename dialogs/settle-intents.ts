import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Intent, ScoredIntent } from '../src/understanding/understanding.ts';
import { sameWords } from './same-words.ts';

const urgency: Readonly<Record<Intent['kind'], number>> = {
  emergency: 0,
  referral: 1,
  report: 2,
  'tip-line-fact': 2,
  question: 3,
  'follow-up': 3,
  about: 4,
  refuse: 5,
  smalltalk: 6,
};

/**
 * Which intents of a message are replied to, most urgent first. What says nothing beside something that matters is
 * dropped (a greeting before a question, an insult or an attempt to steer behind one); nothing urgent ever is.
 */
export function settleIntents(intents: readonly ScoredIntent[], knowledge: Knowledge): readonly ScoredIntent[] {
  const ordered = intents.toSorted((a, b) => urgency[a.intent.kind] - urgency[b.intent.kind]);
  const once = ordered.filter((each, at) => ordered.findIndex((other) => same(other, each)) === at);
  const matters = once.some(({ intent }) => carriesWeight(intent));
  const weighty = matters
    ? once.filter(({ intent }) => carriesWeight(intent) || isStartOver(intent))
    : once.slice(0, 1);
  const withStartOver = matters ? weighty : [...weighty, ...once.slice(1).filter(({ intent }) => isStartOver(intent))];
  return withStartOver.filter((each) => !isCovered(each, withStartOver, knowledge));
}

function carriesWeight(intent: Intent): boolean {
  if (intent.kind === 'refuse') return intent.reason === 'crime' || intent.reason === 'legal';
  return intent.kind !== 'smalltalk';
}

function isStartOver(intent: Intent): boolean {
  return intent.kind === 'smalltalk' && intent.move === 'start-over';
}

/** Two questions are the same only in their words; anything else by what it asks for. */
function same(a: ScoredIntent, b: ScoredIntent): boolean {
  if (JSON.stringify(a.intent) !== JSON.stringify(b.intent)) return false;
  return a.intent.kind !== 'question' || sameWords(a.span) === sameWords(b.span);
}

/** Whether another intent's reply already gives what this one asks for, or forbids it. */
function isCovered(each: ScoredIntent, all: readonly ScoredIntent[], knowledge: Knowledge): boolean {
  const { intent } = each;
  if (intent.kind === 'tip-line-fact' && intent.fact === 'number')
    return all.some((other) => other.intent.kind === 'report');
  if (intent.kind !== 'report') return false;
  // The emergency reply names the tip line itself, for when the visitor is safe.
  if (all.some((other) => other.intent.kind === 'emergency')) return true;
  // Said of an officer or a detained person, "I want to report" must not lead to the tip line.
  return all.some(
    (other) =>
      other.intent.kind === 'referral' && !mayReport(knowledge, other.intent.topic) && overlap(other.span, each.span),
  );
}

/** Whether the tip line may be offered beside a referral topic. */
export function mayReport(knowledge: Knowledge, topicId: string): boolean {
  return knowledge.agency.topics.find(({ id }) => id === topicId)?.offerReport ?? false;
}

function overlap(one: string, other: string): boolean {
  const [a, b] = [sameWords(one), sameWords(other)];
  return a.includes(b) || b.includes(a);
}
