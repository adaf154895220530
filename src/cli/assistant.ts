import { fileURLToPath } from 'node:url';
import { type Assistant, type AssistantOptions, loadAssistant } from '../assistant.ts';
import { type ConversationState, freshState } from '../conversation/conversation-state.ts';
import type { TurnOutcome } from '../conversation/reply.ts';
import type { ChannelTraits, TurnEvent } from '../conversation/turn.ts';
import type { Lang } from '../knowledge/knowledge.ts';
import { type AskResult, askResult } from './ask-result.ts';

/** Where models trained for other folders are kept between calls; beside the packages, and as easily thrown away. */
const modelCache = fileURLToPath(new URL('../../node_modules/.cache/answerline', import.meta.url));

/** A terminal: one person, nothing kept. */
const terminal: ChannelTraits = { name: 'cli', group: false, keepsMessages: false };

/** Conversations remembered at once; beyond it the one longest unused is forgotten. */
const conversationsAtMost = 10_000;

export interface AskOptions extends AssistantOptions {
  /** Date of every turn, ISO (YYYY-MM-DD); the machine's date unless given. */
  readonly today?: string;
  /** How the visitor came: decides what is said about privacy; a terminal unless given. */
  readonly channel?: ChannelTraits;
}

export interface AskingAssistant extends Assistant {
  /** Asks one message. Those with the same `conversation` are turns of one; without it each stands alone. */
  ask(text: string, lang?: Lang | null, conversation?: string): AskResult;
  /** The same for any event, with the replies themselves. */
  turn(event: TurnEvent, lang: Lang | null, conversation?: string): TurnOutcome;
}

/**
 * An assistant to ask from a program: the wiring of `ask`, `evaluate` and scripted conversations.
 * @throws AnswerlineError `KNOWLEDGE_INVALID` with every fault
 */
export function createAssistant(options: AskOptions): AskingAssistant {
  const assistant = loadAssistant({ cacheDir: modelCache, ...options });
  const { today = new Date().toISOString().slice(0, 10), channel = terminal } = options;
  const states = new Map<string, ConversationState>();

  function turn(event: TurnEvent, lang: Lang | null, conversation?: string): TurnOutcome {
    const state = (conversation === undefined ? undefined : states.get(conversation)) ?? freshState;
    const outcome = assistant.route({ event, langHint: lang, channel, state, today });
    if (conversation !== undefined) remember(states, conversation, outcome.state);
    return outcome;
  }

  return {
    ...assistant,
    turn,
    ask: (text, lang = null, conversation) =>
      askResult(text, turn({ type: 'message', text }, lang, conversation), assistant.knowledge),
  };
}

function remember(states: Map<string, ConversationState>, conversation: string, state: ConversationState | null): void {
  states.delete(conversation);
  if (state !== null) states.set(conversation, state);
  const [longestUnused] = states.keys();
  if (states.size > conversationsAtMost && longestUnused !== undefined) states.delete(longestUnused);
}
