import { cleanText } from '../language/clean-text.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { tokensOf, toWords } from './clauses.ts';
import { combine, type Setting } from './combine.ts';
import { type FoundEmergency, findEmergency } from './emergency.ts';
import { intentInOtherLanguage } from './other-language.ts';
import type { RepairTypos } from './repair-typos.ts';
import { findRequests, joinRequests, type Requests } from './requests.ts';
import { rules } from './rules.ts';
import type { Intent, ScoredIntent, Understand } from './understanding.ts';
import type { Judge } from './verdict.ts';

/** Confidence of what stands in so many words. */
const CERTAIN = 0.97;

/** Confidence of what is seen in a language the assistant does not speak. */
const SEEN = 0.8;

/** What danger leaves of doubtful intents beside it. */
const CLEAR = 0.6;

/** Builds `Understand` from a trained classifier. */
export function makeUnderstand(judgeWords: Judge, repair: RepairTypos, setting: Setting): Understand {
  const judge: Judge = (tokens) => judgeWords(repair(tokens));
  return (message, hint) => {
    const { text, truncated } = cleanText(message);
    const detected = detectLanguage(text, hint.lang);
    const base = { lang: detected.lang, langCertain: detected.certain, text, truncated };
    const plain = detected.lang === 'other' || !detected.certain ? intentInOtherLanguage(text) : null;
    // Where the language is in doubt, only a plain cry for help may settle it.
    if (plain !== null && (detected.lang === 'other' || plain.kind === 'emergency')) {
      return { ...base, lang: 'other', langCertain: true, intents: [{ intent: plain, confidence: SEEN, span: text }] };
    }
    return { ...base, intents: understandText(text, message, judge, setting) };
  };
}

function understandText(text: string, message: string, judge: Judge, setting: Setting): readonly ScoredIntent[] {
  const words = toWords(text);
  if (words.length === 0) return [signsOnly(message)];
  const found = findRequests(words);
  const emergency = findEmergency(found.clauses);
  if (emergency !== null) {
    const { danger, span } = emergency;
    return [
      { intent: { kind: 'emergency', danger }, confidence: CERTAIN, span },
      ...beside(emergency, found, judge, setting),
    ];
  }
  if (found.requests.length === 0) return [aside(found, judge, tokensOf(words), text)];
  const intents = combine(found, judge, setting);
  const { threat, mischief } = rules();
  const harms = threat.matches(tokensOf(words)) || mischief.matches(tokensOf(words));
  return harms ? withThreat(intents, text) : intents;
}

/** What else is asked, in other parts of the message than the one that tells of danger. */
function beside(emergency: FoundEmergency, found: Requests, judge: Judge, setting: Setting): readonly ScoredIntent[] {
  const others = found.requests.filter(({ span }) => !emergency.span.includes(span));
  if (others.length === 0) return [];
  return combine({ requests: others, whole: joinRequests(others) }, judge, setting).filter(
    ({ intent, confidence }) => confidence >= CLEAR && intent.kind !== 'emergency' && !isIdle(intent),
  );
}

/** A threat or a false report of the visitor's own is no report of someone else's; an emergency the classifier sees stays one. */
function withThreat(intents: readonly ScoredIntent[], span: string): readonly ScoredIntent[] {
  if (intents[0]?.intent.kind === 'emergency') return intents;
  return [{ intent: { kind: 'refuse', reason: 'crime' }, confidence: CERTAIN, span }];
}

/** A message of politeness, denial or steering alone. */
function aside(
  found: { readonly deniesReport: boolean; readonly deniesDanger: boolean; readonly injects: boolean },
  judge: Judge,
  tokens: readonly string[],
  span: string,
): ScoredIntent {
  if (found.injects) return { intent: { kind: 'refuse', reason: 'injection' }, confidence: CERTAIN, span };
  if (found.deniesReport) return { intent: { kind: 'smalltalk', move: 'decline' }, confidence: CERTAIN, span };
  if (found.deniesDanger) return { intent: { kind: 'smalltalk', move: 'acknowledge' }, confidence: CERTAIN, span };
  const verdict = judge(tokens);
  return { intent: verdict.intent, confidence: verdict.confidence, span };
}

function isIdle(intent: Intent): boolean {
  return (
    intent.kind === 'smalltalk' || intent.kind === 'refuse' || intent.kind === 'follow-up' || intent.kind === 'about'
  );
}

/** Thumbs up, OK hand, check mark; folded hands; in any skin tone. */
const approval = /^\s*(?:(?:\u{1f44d}|\u{1f44c}|\u{2705}|\u{2714})\p{Emoji_Modifier}?\ufe0f?\s*)+$/u;
const thanks = /^\s*(?:\u{1f64f}\p{Emoji_Modifier}?\ufe0f?\s*)+$/u;

/** No letter or digit: nothing at all, a sign of approval or of distress, or something that cannot be read. */
function signsOnly(message: string): ScoredIntent {
  const span = '';
  if (message.trim() === '') return { intent: { kind: 'smalltalk', move: 'empty' }, confidence: 1, span };
  if (/\u{1f198}/u.test(message)) return { intent: { kind: 'emergency', danger: 'danger' }, confidence: CERTAIN, span };
  if (approval.test(message)) return { intent: { kind: 'smalltalk', move: 'acknowledge' }, confidence: CERTAIN, span };
  if (thanks.test(message)) return { intent: { kind: 'smalltalk', move: 'thanks' }, confidence: CERTAIN, span };
  return { intent: { kind: 'refuse', reason: 'off-topic' }, confidence: CERTAIN, span };
}
