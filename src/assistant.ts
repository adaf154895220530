import { createRouter } from '../dialogs/router.ts';
import { createAnswerer } from './answering/create-answerer.ts';
import type { TurnOutcome } from './conversation/reply.ts';
import type { Turn } from './conversation/turn.ts';
import { loadWording } from './conversation/wording.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledgeSync } from './knowledge/load-knowledge.ts';
import { createRetriever } from './retrieval/create-retriever.ts';
import { createUnderstanding } from './understanding/create-understanding.ts';

export interface AssistantOptions {
  /** Folder like `knowledge/`. */
  readonly knowledgeDir: string;
  /** Whether it may call itself an official service; false unless given. */
  readonly official?: boolean;
  /** Minutes after which a conversation is erased, as the privacy wording tells it; 30 unless given. */
  readonly idleMinutes?: number;
  /** Where a model trained at start is kept for the next start; nowhere unless given. */
  readonly cacheDir?: string | null;
}

/** The whole conversation over one knowledge folder, without any channel. */
export interface Assistant {
  readonly knowledge: Knowledge;
  readonly route: (turn: Turn) => TurnOutcome;
}

/**
 * Loads a knowledge folder and wires understanding, retrieval, answering and dialogs over it.
 * @throws AnswerlineError `KNOWLEDGE_INVALID` with every fault of the folder or of the wording
 */
export function loadAssistant({
  knowledgeDir,
  official = false,
  idleMinutes = 30,
  cacheDir = null,
}: AssistantOptions): Assistant {
  const knowledge = loadKnowledgeSync(knowledgeDir);
  const route = createRouter({
    knowledge,
    understand: createUnderstanding(knowledge, { cacheDir }),
    findAnswer: createAnswerer(knowledge, createRetriever(knowledge)),
    wording: loadWording(),
    official,
    idleMinutes,
  });
  return { knowledge, route };
}
