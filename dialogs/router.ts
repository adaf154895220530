import type { Reply, TurnOutcome } from '../src/conversation/reply.ts';
import type { Turn } from '../src/conversation/turn.ts';
import type { Lang } from '../src/knowledge/knowledge.ts';
import type { ScoredIntent, TipLineFact } from '../src/understanding/understanding.ts';
import { isAllClear } from './all-clear.ts';
import { showSection } from './answer.ts';
import { askedOfContact } from './asked-of-contact.ts';
import { chipRecognizer } from './chips.ts';
import { choose } from './choose.ts';
import type { Dialog, DialogParts, DialogResult, Scene } from './dialog.ts';
import { crisisTopic, emergencyGoesOn } from './emergency.ts';
import { feedback } from './feedback.ts';
import { type Continuation, continuation, flowAfter, retentionOf, soundsDangerous } from './flow.ts';
import { languageWish } from './language-wish.ts';
import { lookItUp } from './look-it-up.ts';
import { inOneTurn } from './one-turn.ts';
import { keepsToContact, referralGoesOn, topicOf } from './referral.ts';
import { reportGoesOn } from './report-crime.ts';
import { sectionNames } from './section-names.ts';
import { settleIntents } from './settle-intents.ts';
import { smallTalk } from './small-talk.ts';
import { tipLineTopic } from './tip-line-facts.ts';
import { attachment, otherLanguage, tooLong, withoutWords } from './unreadable.ts';
import { welcome } from './welcome.ts';

/**
 * Which dialog takes a turn. Pure: the same turn always has the same outcome, and nothing is remembered but the state
 * that the outcome carries.
 */
export function createRouter(parts: DialogParts): (turn: Turn) => TurnOutcome {
  const names = sectionNames(parts.knowledge);
  const chipOf = chipRecognizer(parts.wording);

  function sceneOf(turn: Turn, lang: Lang, text: string, confidence: number): Scene {
    const { today } = turn;
    // Content may have been exchanged since the last turn.
    const known = turn.state.section !== null && parts.knowledge.sections.has(turn.state.section);
    const state = known ? turn.state : { ...turn.state, section: null, shown: [] };
    const say = parts.wording[lang];
    return { parts, names, turn, state, today, lang, say, span: text, confidence, dangerSaid: false };
  }

  function message(turn: Turn, typed: string): TurnOutcome {
    const usual = turn.state.lang ?? turn.langHint ?? 'en';
    const chosen = choose(typed, turn.state.choices, ({ value }) => chipOf(value, usual) !== null);
    if (chosen === 'beyond') return whole(turn, typed, smallTalk(sceneOf(turn, usual, '', 1), 'empty'));
    const text = chosen?.choice.value ?? typed;
    const section = chosen ? names.sectionOf(text) : null;
    if (section) return whole(turn, text, showSection(sceneOf(turn, usual, '', 1), section));
    const pressed = chipOf(start(text), usual);
    if (pressed) {
      const intents = [{ intent: pressed.intent, confidence: 1, span: '' }];
      return replyTo(turn, text, sceneOf(turn, pressed.lang, '', 1), intents, true);
    }
    return understood(turn, text, usual);
  }

  function understood(turn: Turn, text: string, usual: Lang): TurnOutcome {
    const found = parts.understand(text, { lang: turn.state.lang ?? turn.langHint });
    const [first] = found.intents;
    const confidence = first?.confidence ?? 0;
    if (found.lang === 'other') {
      const intents = found.intents.map(({ intent }) => intent);
      return whole(turn, text, otherLanguage(sceneOf(turn, usual, '', confidence), intents), 'replies-only');
    }
    const wished =
      first?.intent.kind === 'about' && first.intent.fact === 'languages' ? languageWish(found.text) : null;
    if (wished) return inLanguage(turn, text, sceneOf(turn, wished, found.text, confidence));
    const scene = sceneOf(turn, found.lang, found.text, confidence);
    const urgent = found.intents.filter(({ intent }) => urgentKinds.has(intent.kind));
    if (found.truncated && urgent.length === 0) return whole(turn, text, tooLong(scene), 'replies-only');
    if (!hasWords(text) && urgent.length === 0 && first?.intent.kind !== 'smalltalk')
      return whole(turn, text, text.trim() === '' ? smallTalk(scene, 'empty') : withoutWords(scene));
    if (isAllClear(start(text), turn.state) && !isClearDanger(first)) {
      const calm = { ...scene, state: { ...scene.state, topic: null } };
      const { state, ...outcome } = whole(turn, text, smallTalk(calm, 'acknowledge'), 'replies-only');
      return { ...outcome, state: state && { ...state, flow: 'none' } };
    }
    // A section's name, typed, asks for it whatever is being talked about.
    const named = names.sectionOf(start(text)) !== null;
    const goesOn = named
      ? null
      : (continuation(start(text), found.intents, turn.state) ?? keepsToContact(scene, found.intents));
    const asked = named ? null : askedOfContact(start(text), found.intents, turn.state);
    if (asked) return replyTo(turn, text, scene, aboutContact(asked, scene), found.langCertain);
    const carriedOn = goesOn && carryOn(scene, goesOn, soundsDangerous(found.intents));
    if (carriedOn) return whole(turn, text, carriedOn, 'replies-only');
    return replyTo(turn, text, scene, found.truncated ? urgent : found.intents, found.langCertain);
  }

  /** From now on in the language asked for: what was said last once more, or which languages there are. */
  function inLanguage(turn: Turn, text: string, scene: Scene): TurnOutcome {
    const { flow, topic, section } = scene.state;
    const saidSomething = flow !== 'none' || topic !== null || section !== null;
    const intent = saidSomething
      ? ({ kind: 'follow-up', move: 'repeat' } as const)
      : ({ kind: 'about', fact: 'languages' } as const);
    return replyTo(turn, text, scene, [{ intent, confidence: scene.confidence, span: scene.span }], true);
  }

  function replyTo(
    turn: Turn,
    text: string,
    scene: Scene,
    intents: readonly ScoredIntent[],
    langCertain: boolean,
  ): TurnOutcome {
    const settled = lookItUp(scene, settleIntents(intents, parts.knowledge));
    const { replies, state } = inOneTurn(scene, settled);
    const flow = flowAfter(
      turn.state.flow,
      settled.map(({ intent }) => intent),
      replies,
    );
    const lang = langCertain ? scene.lang : turn.state.lang;
    return {
      replies,
      state: state && { ...state, flow, lang, choices: offered(replies) },
      retention: retentionOf(start(text), turn.state, replies),
    };
  }

  /** A turn of one dialog that leaves the flow as it is, but for an answer. */
  function whole(
    turn: Turn,
    text: string,
    { reply, state }: DialogResult,
    retention?: TurnOutcome['retention'],
  ): TurnOutcome {
    const replies = reply ? [reply] : [];
    const flow = flowAfter(turn.state.flow, [], replies);
    return {
      replies,
      state: state && { ...state, flow, choices: offered(replies) },
      retention: retention ?? retentionOf(start(text), turn.state, replies),
    };
  }

  function event(turn: Turn, dialog: Dialog): TurnOutcome {
    const lang = turn.state.lang ?? turn.langHint ?? 'en';
    const { reply, state } = dialog(sceneOf(turn, lang, '', 1));
    const replies = reply ? [reply] : [];
    return { replies, state: state && { ...state, choices: offered(replies) }, retention: 'full' };
  }

  return (turn) => {
    switch (turn.event.type) {
      case 'message':
        return message(turn, turn.event.text);
      case 'welcome':
        return turn.state.welcomed ? { replies: [], state: turn.state, retention: 'full' } : event(turn, welcome);
      case 'attachment':
        return event(turn, attachment);
      case 'feedback':
        return feedback(turn);
    }
  };
}

/** As sure as a reading can be that the conversation, not the words, has decided. */
function aboutContact(fact: TipLineFact, { confidence, span }: Scene): readonly ScoredIntent[] {
  return [{ intent: { kind: 'tip-line-fact', fact }, confidence: Math.max(confidence, 0.6), span }];
}

const urgentKinds: ReadonlySet<string> = new Set(['emergency', 'referral', 'report', 'tip-line-fact']);

/** The dialog goes on; null where its topic is no longer known (the content was exchanged meanwhile). */
function carryOn(scene: Scene, goesOn: Exclude<Continuation, null>, dangerous: boolean): DialogResult | null {
  if (goesOn === 'report') return reportGoesOn(scene, dangerous);
  const { topic: topicId } = scene.state;
  if (goesOn === 'emergency' || topicId === crisisTopic) return emergencyGoesOn(scene);
  if (topicId === tipLineTopic) return reportGoesOn(scene, dangerous);
  const topic = topicOf(scene, topicId);
  return topic ? referralGoesOn(scene, topic, dangerous) : null;
}

function isClearDanger(first: ScoredIntent | undefined): boolean {
  return first?.intent.kind === 'emergency' && first.confidence >= 0.8;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** As much of a message as its form is judged by. */
function start(text: string): string {
  return text.slice(0, 1000);
}

/** The chips on the screen after a turn: they can be pressed, numbered or typed. */
function offered(replies: readonly Reply[]) {
  return replies.flatMap(({ choices }) => choices);
}
