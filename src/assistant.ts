import { createRouter } from '../dialogs/router.ts';
import { createAnswerer } from './answering/create-answerer.ts';
import type { TurnOutcome } from './conversation/reply.ts';
import type { Turn } from './conversation/turn.ts';
import { loadWording, type Wording } from './conversation/wording.ts';
import type { Knowledge, Lang, Section } from './knowledge/knowledge.ts';
import { loadKnowledgeSync } from './knowledge/load-knowledge.ts';
import { withRecentAnswers, withRecentReadings } from './recent-results.ts';
import { createRetriever } from './retrieval/create-retriever.ts';
import { createUnderstanding } from './understanding/create-understanding.ts';

export interface ConversationOptions {
  /** Whether it may call itself an official service; false unless given. */
  readonly official?: boolean;
  /** Minutes after which a conversation is erased, as the privacy wording tells it; 30 unless given. */
  readonly idleMinutes?: number;
  /** Where a model trained at start is kept for the next start; nowhere unless given. */
  readonly cacheDir?: string | null;
}

export interface AssistantOptions extends ConversationOptions {
  /** Folder like `knowledge/`. */
  readonly knowledgeDir: string;
}

/** The whole conversation over one knowledge folder, without any channel. */
export interface Assistant {
  readonly knowledge: Knowledge;
  readonly wording: Wording;
  readonly route: (turn: Turn) => TurnOutcome;
  /** Sections that fit some words, best first. */
  readonly searchSections: (
    words: string,
    options: { readonly lang: Lang; readonly limit: number },
  ) => readonly Section[];
}

/**
 * Loads a knowledge folder and wires understanding, retrieval, answering and dialogs over it.
 * @throws AnswerlineError `KNOWLEDGE_INVALID` with every fault of the folder or of the wording
 */
export function loadAssistant({ knowledgeDir, ...options }: AssistantOptions): Assistant {
  return createAssistantOver(loadKnowledgeSync(knowledgeDir), options);
}

/**
 * The same over knowledge that is loaded already.
 * @throws AnswerlineError `KNOWLEDGE_INVALID` with every fault of the wording
 */
export function createAssistantOver(
  knowledge: Knowledge,
  { official = false, idleMinutes = 30, cacheDir = null }: ConversationOptions = {},
): Assistant {
  const retriever = createRetriever(knowledge);
  const wording = loadWording();
  const route = createRouter({
    knowledge,
    understand: withRecentReadings(createUnderstanding(knowledge, { cacheDir })),
    findAnswer: withRecentAnswers(createAnswerer(knowledge, retriever)),
    wording,
    official,
    idleMinutes,
  });
  return {
    knowledge,
    wording,
    route,
    searchSections: (words, options) => retriever.search(words, options).map(({ section }) => section),
  };
}
