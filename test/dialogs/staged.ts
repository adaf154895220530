import { createRouter } from '../../dialogs/router.ts';
import type { Answer, FindAnswer } from '../../src/answering/answer.ts';
import { type ConversationState, freshState } from '../../src/conversation/conversation-state.ts';
import { plainText } from '../../src/conversation/plain-text.ts';
import type { TurnOutcome } from '../../src/conversation/reply.ts';
import type { ChannelTraits, TurnEvent } from '../../src/conversation/turn.ts';
import { loadWording } from '../../src/conversation/wording.ts';
import type { Knowledge, Lang } from '../../src/knowledge/knowledge.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import type { Intent, Understanding } from '../../src/understanding/understanding.ts';

export const knowledge = loadKnowledgeSync('knowledge');
export const wording = loadWording();

export const web: ChannelTraits = { name: 'web', group: false, keepsMessages: false };
export const teams: ChannelTraits = { name: 'teams', group: false, keepsMessages: true };
export const teamsGroup: ChannelTraits = { name: 'teams', group: true, keepsMessages: true };

/** What a staged conversation is told instead of finding out: how a message is understood, what the pages say. */
export interface Staging {
  readonly intents?: readonly (
    | Intent
    | { readonly intent: Intent; readonly span: string; readonly confidence?: number }
  )[];
  readonly lang?: Understanding['lang'];
  readonly langCertain?: boolean;
  readonly truncated?: boolean;
  readonly answer?: Answer;
}

export interface StageOptions {
  readonly channel?: ChannelTraits;
  readonly official?: boolean;
  readonly knowledge?: Knowledge;
  readonly today?: string;
  readonly langHint?: Lang | null;
  readonly idleMinutes?: number;
  /** State to begin with. */
  readonly state?: ConversationState;
}

/** A conversation in which each message comes with its understanding: the dialogs alone are under test. */
export function stage(options: StageOptions = {}) {
  const given = options.knowledge ?? knowledge;
  let staging: Staging = {};
  const searched: string[] = [];
  const findAnswer: FindAnswer = (question) => {
    searched.push(question);
    return staging.answer ?? { status: 'unanswered', related: [], confidence: 0.9 };
  };
  const route = createRouter({
    knowledge: given,
    understand: (text) => ({
      lang: staging.lang ?? 'en',
      langCertain: staging.langCertain ?? true,
      intents: (staging.intents ?? [{ kind: 'question' }]).map((each) =>
        'intent' in each ? { confidence: 0.9, ...each } : { intent: each, span: text, confidence: 0.9 },
      ),
      text,
      truncated: staging.truncated ?? false,
    }),
    findAnswer,
    wording,
    official: options.official ?? false,
    ...(options.idleMinutes === undefined ? {} : { idleMinutes: options.idleMinutes }),
  });
  let state: ConversationState = options.state ?? freshState;
  const happen = (event: TurnEvent, how: Staging = {}): TurnOutcome & { readonly text: string } => {
    staging = how;
    const outcome = route({
      event,
      langHint: options.langHint ?? null,
      channel: options.channel ?? web,
      state,
      today: options.today ?? '2026-11-24',
    });
    state = outcome.state ?? freshState;
    return { ...outcome, text: plainText(outcome.replies) };
  };
  return {
    happen,
    say: (text: string, how: Staging = {}) => happen({ type: 'message', text }, how),
    /** Everything that was looked up so far. */
    searched,
    state: () => state,
  };
}

/** A section of the page that ships, by the end of its id. */
export function section(slug: string) {
  const found = [...knowledge.sections.values()].find(({ id }) => id.endsWith(slug));
  if (!found) throw new Error(`no section ${slug}`);
  return found;
}

/** An answer of some sentences of a section. */
export function saying(slug: string, ...indexes: number[]): Answer {
  const from = section(slug);
  const sentences = from.sentences.filter(({ index }) => indexes.includes(index));
  return { status: 'answered', passages: [{ section: from, sentences }], related: [], confidence: 0.9 };
}
