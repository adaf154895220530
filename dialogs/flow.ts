import type { ConversationState } from '../src/conversation/conversation-state.ts';
import type { Reply, TurnOutcome } from '../src/conversation/reply.ts';
import type { Intent, ScoredIntent } from '../src/understanding/understanding.ts';
import { asksSomething, tellsDetails } from './question-form.ts';
import { plainWords } from './same-words.ts';

/** What a message goes on with, where it asks for nothing of its own. */
export type Continuation = 'report' | 'emergency' | 'referral' | null;

/** Longer than this, small talk inside a flow is taken for part of a description. */
const smallTalkWords = 6;

const fewWords = 5;
const veryFewWords = 3;
/** Below this confidence an intent is no better than a guess. */
const guess = 0.5;

/** Below this confidence an intent does not lead out of what is being described. */
const weak = 0.6;
/** What is urgent counts as clear from here on. Below it, inside the report flow, danger has 911 named and the tip line stays. */
const clear: Readonly<Partial<Record<Intent['kind'], number>>> = { emergency: 0.8, referral: 0.75 };

/**
 * Whether a message only goes on describing what the conversation is about. Such a message is neither searched nor
 * kept. A question in form, small talk, or another intent that is clear leaves the flow.
 */
export function continuation(
  text: string,
  intents: readonly ScoredIntent[],
  state: Pick<ConversationState, 'flow' | 'topic'>,
): Continuation {
  if (asksSomething(text) || wantsToAsk.test(plainWords(text))) return null;
  if (state.flow === 'none') {
    const vague = intents.every(({ intent, confidence }) => isVague(intent) || isWeak(intent, confidence));
    if (state.topic === null || !vague) return null;
    // "I don't know where he is and I'm scared" asks for the same contact once more, with 911 before it.
    const tells = tellsDetails(text) || (isBrief(text) && intents.every((each) => isGuess(each, text)));
    return soundsAfraid(intents) || (!soundsDangerous(intents) && tells) ? 'referral' : null;
  }
  // A wish to report after an emergency is new; inside the report flow it is more of the same.
  const wishes = state.flow === 'emergency' && intents.some(({ intent }) => intent.kind === 'report');
  const alarmed = state.flow === 'emergency' && soundsDangerous(intents);
  return !wishes && !alarmed && intents.every((each) => mayDescribe(each, text)) ? state.flow : null;
}

/** "I have a question instead". */
const wantsToAsk =
  /^(?:(?:no|ok|mejor|i|let me|quiero|tengo|solo|just|actually|have|ask|got|hacer|i would like to ask|rather ask|instead) )*(?:a|una|otra|another) (?:question|pregunta)(?: instead| mejor| first| primero)?$/;

/** "He is 16", "by ICE, yes": a few words that say nothing clear for themselves go on with what was being said. */
function isBrief(text: string): boolean {
  return wordCount(text) <= fewWords;
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}

function isGuess({ intent, confidence }: ScoredIntent, text: string): boolean {
  // "Tiene 12 años" must be clear to be another contact's matter after one was found.
  const limit = intent.kind === 'referral' && wordCount(text) <= veryFewWords ? (clear.referral ?? guess) : guess;
  return confidence < limit && intent.kind !== 'smalltalk' && intent.kind !== 'about' && intent.kind !== 'follow-up';
}

function isVague(intent: Intent): boolean {
  return intent.kind === 'question' || (intent.kind === 'refuse' && intent.reason === 'off-topic');
}

function isWeak(intent: Intent, confidence: number): boolean {
  return intent.kind !== 'smalltalk' && confidence < (clear[intent.kind] ?? weak);
}

/** Fear that is no clear danger; thoughts of suicide are always answered for what they are. */
function soundsAfraid(intents: readonly ScoredIntent[]): boolean {
  return (
    intents.some(({ intent }) => intent.kind === 'emergency' && intent.danger === 'danger') && !isSuicidal(intents)
  );
}

function isSuicidal(intents: readonly ScoredIntent[]): boolean {
  return intents.some(({ intent }) => intent.kind === 'emergency' && intent.danger === 'suicide');
}

/** A description that sounds of danger without being clear: 911 is then named before the tip line. */
export function soundsDangerous(intents: readonly ScoredIntent[]): boolean {
  return intents.some(({ intent }) => intent.kind === 'emergency');
}

/** Intents that a description of a crime or danger may be mistaken for. */
function mayDescribe({ intent, confidence }: ScoredIntent, text: string): boolean {
  switch (intent.kind) {
    case 'report':
    case 'question':
      return true;
    case 'follow-up':
      return intent.move !== 'repeat' || confidence < weak;
    case 'refuse':
      return intent.reason !== 'crime' || confidence < weak;
    case 'smalltalk':
      return intent.move !== 'start-over' && (confidence < weak || text.trim().split(/\s+/).length > smallTalkWords);
    default:
      return isWeak(intent, confidence);
  }
}

/** The flow after a turn. It is left by an answer, a referral, or small talk that ends a subject. */
export function flowAfter(
  before: ConversationState['flow'],
  intents: readonly Intent[],
  replies: readonly Reply[],
): ConversationState['flow'] {
  if (intents.some(({ kind }) => kind === 'emergency')) return 'emergency';
  if (intents.some(({ kind }) => kind === 'report')) return 'report';
  const answered = replies.some(({ kind }) => kind === 'answer' || kind === 'clarify' || kind === 'referral');
  return answered || intents.some(endsSubject) ? 'none' : before;
}

function endsSubject(intent: Intent): boolean {
  if (intent.kind === 'smalltalk') return ending.has(intent.move);
  return intent.kind === 'about' && intent.fact === 'menu';
}

const ending: ReadonlySet<string> = new Set(['thanks', 'goodbye', 'decline', 'never-mind', 'greeting', 'start-over']);

/**
 * What of a turn may be persisted. The visitor's own words are not where they tell of a crime, danger or a person, and
 * not where they might: inside a flow, after a referral, where someone's details are given, and wherever a message that
 * is no question was not clearly understood.
 */
export function retentionOf(
  text: string,
  before: Pick<ConversationState, 'flow' | 'topic'>,
  replies: readonly Reply[],
): TurnOutcome['retention'] {
  const sensitive = replies.some(({ kind }) => kind === 'emergency' || kind === 'handoff' || kind === 'referral');
  if (sensitive || tellsDetails(text)) return 'replies-only';
  if (asksSomething(text)) return answersOrAbout(replies) || before.flow === 'none' ? 'full' : 'replies-only';
  const told = before.flow !== 'none' || before.topic !== null || replies.some(isUnsure);
  return told ? 'replies-only' : 'full';
}

function answersOrAbout([first]: readonly Reply[]): boolean {
  return first?.kind === 'answer' || first?.kind === 'clarify' || first?.kind === 'about';
}

function isUnsure({ kind, confidence }: Reply): boolean {
  if (kind === 'unknown') return true;
  return (kind === 'about' || kind === 'smalltalk') && confidence < weak;
}
