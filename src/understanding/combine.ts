import type { Lang } from '../knowledge/knowledge.ts';
import { isCourtesyWord, isStopWord } from '../language/stop-words.ts';
import { isDenial, isGeneralQuestion, isOver } from './emergency.ts';
import { urgency } from './intent.ts';
import type { Request, Requests } from './requests.ts';
import { rules } from './rules.ts';
import type { Intent, ScoredIntent } from './understanding.ts';
import type { Judge, Verdict } from './verdict.ts';

/** How sure a part of a message must be to add an intent that the message as a whole does not show. */
const FURTHER = 0.88;
/** Below this, a part does not bear out what the whole seems to say. */
const SUPPORT = 0.35;
/** A refusal as off-topic is the pages' to give, unless the classifier is this sure. */
const OFF_TOPIC = 0.6;

/** How sure a wish to report is that stands beside another need. */
const WISHED = 0.8;

/** How sure the classifier must be of a danger that no rule sees. */
const ALARM = 0.45;

/** A story: at most so sure to be something else, at least so likely a tip, and so many words. */
const STORY = { doubtful: 0.6, tip: 0.2, words: 6 };

/** What of an agency bears on what its visitors can mean. */
export interface Setting {
  /** Without a tip line nothing is asked about one, and only a wish in so many words is one to report. */
  readonly hasTipLine: boolean;
}

/** Judges the message as a whole and part by part, and gives all its intents, most urgent first. */
export function combine(
  message: Pick<Requests, 'requests' | 'whole'>,
  judge: Judge,
  setting: Setting,
): readonly ScoredIntent[] {
  const { requests, whole } = message;
  const first = judged(whole, judge, setting);
  if (requests.length < 2) return withWish([scored(first)], whole, setting);
  const parts = requests.filter(({ tokens }) => tokens.length >= 2).map((part) => judged(part, judge, setting));
  const further = parts.filter(
    ({ verdict, request }) =>
      verdict.family !== first.verdict.family &&
      verdict.confidence >= FURTHER &&
      isSelfContained(request.tokens) &&
      verdict.family !== 'smalltalk' &&
      verdict.family !== 'refuse' &&
      verdict.family !== 'follow-up' &&
      !(isMischief(first.verdict) && (verdict.family === 'referral' || verdict.family === 'handoff')),
  );
  const supported =
    further.length === 0 || parts.some(({ verdict }) => (verdict.families.get(first.verdict.family) ?? 0) >= SUPPORT);
  const found =
    supported && !(further.length > 0 && first.verdict.family === 'smalltalk') ? [first, ...further] : further;
  const kept = new Map<string, ScoredIntent>();
  for (const judgement of found) {
    const intent = scored(judgement);
    const key = judgement.verdict.family;
    const known = kept.get(key);
    if (known === undefined || known.confidence < intent.confidence) kept.set(key, intent);
  }
  const ordered = [...kept.entries()].sort(([a], [b]) => rank(a) - rank(b)).map(([, intent]) => intent);
  return withWish(ordered, whole, setting);
}

/** Who needs another contact and wishes to report in so many words gets the tip line too, where the contact's topic allows it. */
function withWish(
  intents: readonly ScoredIntent[],
  { tokens, span }: Request,
  { hasTipLine }: Setting,
): readonly ScoredIntent[] {
  const needsContact = intents.some(({ intent }) => intent.kind === 'referral');
  const wishes = hasTipLine && needsContact && rules().wish.matches(tokens);
  if (!wishes || intents.some(({ intent }) => intent.kind === 'report')) return intents;
  return [...intents, { intent: { kind: 'report' }, confidence: WISHED, span }];
}

/** What is told of the target of a wish to do harm ("she's a citizen") asks for nothing. */
function isMischief({ intent }: Verdict): boolean {
  return intent.kind === 'refuse' && intent.reason === 'crime';
}

/** "Where do I report it" takes its sense from what stands before: alone it shows nothing. */
function isSelfContained(tokens: readonly string[]): boolean {
  const content = tokens.filter((token) =>
    languages.every((lang) => !isStopWord(token, lang) && !isCourtesyWord(token, lang)),
  );
  return tokens.length >= 3 && content.length >= (tokens.some((token) => pronouns.has(token)) ? 2 : 1);
}

const languages: readonly Lang[] = ['en', 'es'];
const pronouns = new Set([
  'it',
  'this',
  'that',
  'them',
  'him',
  'her',
  'there',
  'eso',
  'esto',
  'lo',
  'la',
  'los',
  'las',
  'ahi',
]);

interface Judged {
  readonly request: Request;
  readonly verdict: Verdict;
}

/** The classifier's verdict, corrected where the words deny danger, tell of the past or ask in general. */
function judged(request: Request, judge: Judge, setting: Setting): Judged {
  const verdict = judge(request.tokens);
  if (verdict.family === 'emergency' && isDoubtful(request, verdict))
    return { request, verdict: fitting(withoutEmergency(verdict), request, setting) };
  const told = setting.hasTipLine ? telling(verdict, request.tokens) : verdict;
  return { request, verdict: fitting(told, request, setting) };
}

function isDoubtful({ words, tokens }: Request, { confidence }: Verdict): boolean {
  return (
    confidence < ALARM ||
    isDenial(words) ||
    isGeneralQuestion(tokens) ||
    isOver(tokens) ||
    rules().figurative.matches(tokens)
  );
}

/**
 * Who tells of others and asks nothing wants it known: a story that is hardly taken for a question or small talk, and might
 * be a tip, is one. Missing it would leave the visitor with a list of sections.
 */
function telling(verdict: Verdict, tokens: readonly string[]): Verdict {
  const tip = verdict.families.get('handoff') ?? 0;
  const doubtful =
    verdict.confidence < STORY.doubtful && (verdict.family === 'question' || verdict.family === 'smalltalk');
  if (!doubtful || tip < STORY.tip || tokens.length < STORY.words || asking.test(tokens.join(' '))) return verdict;
  return {
    ...verdict,
    family: 'handoff',
    intent: verdict.byFamily.get('handoff') ?? { kind: 'report' },
    confidence: tip,
  };
}

/** Asks somewhere in a message, or speaks to the assistant or of its page. */
const asking =
  /\b(?:what|whats|which|who|whos|whom|how|why|when|where|does|did|(?:is|are) (?:that|this|it|there|they|these|those|you|u)|you|can|could|would|should|page|section|read|show|tell me|names|list|que|cual|cuales|quien|quienes|cuando|donde|cuantos?|cuantas?|pagina|seccion|dime|digame|puede|puedo|ustedes)\b/;

/** What is taken for a tip, or a question about the tip line, is a question for the pages where there is no tip line. */
function fitting(verdict: Verdict, { tokens }: Request, { hasTipLine }: Setting): Verdict {
  if (hasTipLine || verdict.family !== 'handoff') return verdict;
  if (verdict.intent.kind === 'report' && rules().wish.matches(tokens)) return verdict;
  const confidence = verdict.confidence + (verdict.families.get('question') ?? 0);
  return { ...verdict, family: 'question', intent: { kind: 'question' }, confidence };
}

function withoutEmergency(verdict: Verdict): Verdict {
  const [family, confidence] = [...verdict.families]
    .filter(([name]) => name !== 'emergency')
    .reduce((best, next) => (next[1] > best[1] ? next : best));
  const intent = verdict.byFamily.get(family) ?? verdict.intent;
  const rest = 1 - (verdict.families.get('emergency') ?? 0);
  return { ...verdict, family, confidence: confidence / Math.max(rest, confidence, 1e-6), intent };
}

function scored({ request, verdict }: Judged): ScoredIntent {
  const offTopic = verdict.intent.kind === 'refuse' && verdict.intent.reason === 'off-topic';
  const intent: Intent = offTopic && verdict.confidence < OFF_TOPIC ? { kind: 'question' } : verdict.intent;
  return { intent, confidence: verdict.confidence, span: request.span };
}

const rank = (family: string): number => urgency[family as keyof typeof urgency];
