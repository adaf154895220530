import type { AboutFact, Intent, RefusalReason, SmalltalkMove, TipLineFact } from './understanding.ts';

const dangers = ['danger', 'suicide'] as const;
const moves = ['more', 'elaborate', 'repeat'] as const;
// Written as records so that the checker notices a fact that is missing here.
const tipLineFacts: Readonly<Record<TipLineFact, true>> = {
  number: true,
  hours: true,
  tty: true,
  abroad: true,
  cost: true,
  online: true,
  text: true,
  email: true,
  anonymity: true,
  afterwards: true,
  languages: true,
  scope: true,
};
const aboutFacts: Readonly<Record<AboutFact, true>> = {
  identity: true,
  official: true,
  human: true,
  capabilities: true,
  privacy: true,
  anonymity: true,
  languages: true,
  reviewed: true,
  source: true,
  menu: true,
  maker: true,
  fault: true,
  help: true,
};
const smalltalkMoves: Readonly<Record<SmalltalkMove, true>> = {
  greeting: true,
  thanks: true,
  goodbye: true,
  'how-are-you': true,
  acknowledge: true,
  decline: true,
  'never-mind': true,
  'start-over': true,
  empty: true,
};
const reasons: Readonly<Record<RefusalReason, true>> = {
  abuse: true,
  crime: true,
  legal: true,
  injection: true,
  opinion: true,
  'off-topic': true,
};

/** Every intent id but `referral/<topic>`, whose topics belong to the knowledge folder. */
export const builtInIntentIds: readonly string[] = [
  'question',
  'question/overview',
  'report',
  ...dangers.map((danger) => `emergency/${danger}`),
  ...Object.keys(tipLineFacts).map((fact) => `tip-line/${fact}`),
  ...Object.keys(aboutFacts).map((fact) => `about/${fact}`),
  ...Object.keys(smalltalkMoves).map((move) => `smalltalk/${move}`),
  ...moves.map((move) => `follow-up/${move}`),
  ...Object.keys(reasons).map((reason) => `refuse/${reason}`),
];

/** Reads an intent id as it stands in intents.yaml (`report`, `tip-line/hours`, `referral/<topic>`); null if there is no such intent. */
export function parseIntent(id: string): Intent | null {
  const slash = id.indexOf('/');
  const family = slash < 0 ? id : id.slice(0, slash);
  const rest = slash < 0 ? '' : id.slice(slash + 1);
  if (id === 'question') return { kind: 'question' };
  if (id === 'question/overview') return { kind: 'question', whole: true };
  if (id === 'report') return { kind: 'report' };
  if (family === 'referral' && rest !== '') return { kind: 'referral', topic: rest };
  if (family === 'emergency' && isOneOf(dangers, rest)) return { kind: 'emergency', danger: rest };
  if (family === 'tip-line' && isKey(tipLineFacts, rest)) return { kind: 'tip-line-fact', fact: rest };
  if (family === 'about' && isKey(aboutFacts, rest)) return { kind: 'about', fact: rest };
  if (family === 'smalltalk' && isKey(smalltalkMoves, rest)) return { kind: 'smalltalk', move: rest };
  if (family === 'follow-up' && isOneOf(moves, rest)) return { kind: 'follow-up', move: rest };
  if (family === 'refuse' && isKey(reasons, rest)) return { kind: 'refuse', reason: rest };
  return null;
}

/** The inverse of `parseIntent`. */
export function intentId(intent: Intent): string {
  switch (intent.kind) {
    case 'emergency':
      return `emergency/${intent.danger}`;
    case 'tip-line-fact':
      return `tip-line/${intent.fact}`;
    case 'referral':
      return `referral/${intent.topic}`;
    case 'about':
      return `about/${intent.fact}`;
    case 'smalltalk':
      return `smalltalk/${intent.move}`;
    case 'follow-up':
      return `follow-up/${intent.move}`;
    case 'refuse':
      return `refuse/${intent.reason}`;
    case 'question':
      return intent.whole ? 'question/overview' : 'question';
    case 'report':
      return 'report';
  }
}

/** What an id's intents have in common for the visitor: `tip-line` facts are part of the hand-off. */
export type IntentFamily =
  | 'emergency'
  | 'referral'
  | 'handoff'
  | 'question'
  | 'about'
  | 'refuse'
  | 'follow-up'
  | 'smalltalk';

const families: Readonly<Record<Intent['kind'], IntentFamily>> = {
  emergency: 'emergency',
  referral: 'referral',
  report: 'handoff',
  'tip-line-fact': 'handoff',
  question: 'question',
  about: 'about',
  refuse: 'refuse',
  'follow-up': 'follow-up',
  smalltalk: 'smalltalk',
};

export function familyOf(intent: Intent): IntentFamily {
  // "And terrorism?" is answered as a question is; only the conversation's subject may be added.
  if (intent.kind === 'follow-up' && intent.move === 'elaborate') return 'question';
  return families[intent.kind];
}

/** The order in which several intents of one message are answered: danger first. */
export const urgency: Readonly<Record<IntentFamily, number>> = {
  emergency: 0,
  referral: 1,
  handoff: 2,
  question: 3,
  about: 4,
  refuse: 5,
  'follow-up': 6,
  smalltalk: 7,
};

function isKey<K extends string>(record: Readonly<Record<K, true>>, key: string): key is K {
  return Object.hasOwn(record, key);
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
