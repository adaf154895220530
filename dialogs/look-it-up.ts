import type { ScoredIntent } from '../src/understanding/understanding.ts';
import type { Scene } from './dialog.ts';
import { asksSomething } from './question-form.ts';

/** How sure it is that a message which was taken for something else, and which the pages answer, is a question. */
const SURE = 0.8;
/** Whatever the pages are taken to answer at all. */
const ANSWERED = 0;

/**
 * What a message is taken for gives way to a question where the pages answer it and its words leave room for doubt:
 * "where does our water come from" asks a water works for no source of words. What is urgent gives way only where it is
 * weak, and inside the report flow nothing is looked up.
 */
export function lookItUp(scene: Scene, intents: readonly ScoredIntent[]): readonly ScoredIntent[] {
  if (fearsForSelf.test(scene.span)) return ownCase(intents);
  const [only, ...others] = intents;
  if (!only || others.length > 0 || scene.turn.state.flow !== 'none') return intents;
  const needed = neededChance(only, scene);
  if (needed === null) return intents;
  const { section } = scene.state;
  const found = scene.parts.findAnswer(scene.span, { lang: scene.lang, section });
  const answers = found.status === 'answered' && found.confidence >= needed;
  if (!answers && !isMereQuestion(only, scene)) return intents;
  return [{ intent: { kind: 'question' }, confidence: SURE, span: only.span }];
}

/** Below this confidence what was taken for a report, and asks of the agency or the world, is a question, answered or not. */
const DOUBTFUL_REPORT = 0.7;

/** "I saw a film about it. Is that what they do?" reports nothing, though it tells of a crime; "who do I call" may. */
function isMereQuestion({ intent, confidence }: ScoredIntent, { span, parts }: Scene): boolean {
  const doubtful = intent.kind === 'report' && confidence < DOUBTFUL_REPORT && parts.knowledge.agency.tipLine !== null;
  return (
    doubtful && asksImpersonally(span) && !clauses(span).some((part) => asksSomething(part) && personal.test(part))
  );
}

/** "Will they deport me", "can they get back at me": what the pages say of removal or crime in general is no answer, and frightens. */
const fearsForSelf =
  /\b(?:deport|arrest|detain|remove|report) me\b|\bturn me in\b|\bi (?:\p{L}+ ){0,2}(?:be|get|getting|being) (?:deported|arrested|detained)\b|\b(?:retaliate|retaliation) against (?:me|us)\b|\b(?:get back at|come after|take revenge on) (?:me|us)\b|\b(?:vengar(?:se)?|desquitar(?:se)?) (?:de|con) (?:m[ií]|nosotros)(?!\p{L})|\brepresalias\b|\bwhat (?:will|would|can) (?:ice|they|immigration|la migra) do to me\b|\b(?:me|nos) (?:van|va|pueden|puede|podr[ií]an) (?:a )?(?:deportar|detener|arrestar|sacar|llevar)\b|\b(?:deportarme|detenerme|arrestarme)\b/iu;

function ownCase(intents: readonly ScoredIntent[]): readonly ScoredIntent[] {
  return intents.map((each) =>
    asksThePages.has(each.intent.kind) ? { ...each, intent: { kind: 'refuse', reason: 'legal' } } : each,
  );
}

const asksThePages: ReadonlySet<string> = new Set(['question', 'follow-up']);

/** How likely the pages must be to answer, for the intent to give way; null: it does not. */
function neededChance({ intent, confidence }: ScoredIntent, scene: Scene): number | null {
  const { span, state } = scene;
  const impersonal = asksImpersonally(span);
  const asks = asksSomething(span) || impersonal || (pointsBack.test(span) && state.section !== null);
  // "Which of those is the biggest": the conversation is on the pages already.
  if (intent.kind === 'refuse' && intent.reason === 'off-topic' && asks && pointsBack.test(scene.span)) return ANSWERED;
  switch (intent.kind) {
    case 'refuse':
      if (intent.reason === 'abuse') return asks ? 0.5 : null;
      if (intent.reason === 'injection') return null;
      // "Do I need a lawyer" is not answered by a page that says who works there.
      if (intent.reason === 'legal' && (lawyer.test(span) || addressed.test(span))) return null;
      // "How can I tell if the toilet is losing water" sounds like a wish to get away with something.
      if (intent.reason === 'crime') return asks && confidence < 0.6 ? 0.4 : null;
      // What is off the subject of one agency may be another's own: where something is asked the pages know better.
      if (intent.reason === 'off-topic') return 0.3 + (asks ? 0.15 : 0.4) * confidence;
      // "Deport them all" and "be my lawyer" ask nothing, whatever words of the page they use.
      return asks ? 0.3 + 0.3 * confidence : null;
    case 'about':
      // "Do you work for ..." asks the assistant, whatever words of the page it uses.
      return addressed.test(scene.span) ? null : Math.max(0.5, confidence + 0.1);
    case 'smalltalk':
      return intent.move !== 'start-over' && confidence < 0.6 ? Math.max(0.4, confidence) : null;
    case 'report':
      if (scene.parts.knowledge.agency.tipLine === null) return 0.4;
      return unlessSure(asks, confidence, DOUBTFUL_REPORT);
    case 'tip-line-fact':
      return unlessSure(asks, confidence, 0.6);
    case 'referral':
      return unlessSure(impersonal, confidence, 0.45);
    case 'follow-up':
      return intent.move === 'more' && confidence < 0.5 ? 0.5 : null;
    default:
      return null;
  }
}

/** A question form gives way to the pages below `limit`; a guess to whatever they answer. */
function unlessSure(asks: boolean, confidence: number, limit: number): number | null {
  if (!asks || confidence >= limit) return null;
  return confidence < 0.4 ? ANSWERED : 0.5;
}

/** Whether a part of a message has the form of a question, and asks it for nobody in particular. */
function asksImpersonally(text: string): boolean {
  return clauses(text).some((part) => asksSomething(part) && !personal.test(part));
}

function clauses(text: string): string[] {
  return text.split(/(?<=[,;.!?…])\s+/);
}

/** Who asks for themselves ("who do I call") is helped by a contact. */
const personal = /\b(?:i|im|ive|me|my|we|our|us|yo|mi|mis|debo|puedo|tengo|llamo|aviso|denuncio|reporto|digo)\b/i;

/** Goes on from what was just shown. */
const pointsBack =
  /^(?:and|or|but|y|o|pero|the ones?|los que|las que)\b|\b(?:of (?:those|these|them)|de (?:esas|esos|ellas|ellos|estas|estos))\b/i;

const lawyer = /\b(?:lawyers?|attorneys?|abogad[oa]s?|licenciad[oa]s?)\b/i;

const addressed =
  /\b(?:do|are|can|will|did|were|have) (?:you|u)\b|^\W*(?:is this|eres|(?:y )?(?:usted|tu|ud) (?:es|eres)|es usted|trabajas|puedes)\b/i;
