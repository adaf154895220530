import { createRouter } from '../dialogs/router.ts';
import { createAnswerer } from './answering/create-answerer.ts';
import type { Brain } from './bot-wiring.ts';
import { loadWording } from './conversation/wording.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { createRetriever } from './retrieval/create-retriever.ts';
import { createUnderstanding } from './understanding/create-understanding.ts';

export function createBrain(knowledge: Knowledge): Brain {
  const retriever = createRetriever(knowledge);
  const wording = loadWording();
  return {
    knowledge,
    wording,
    route: createRouter({
      knowledge,
      understand: createUnderstanding(knowledge, { cacheDir: null }),
      findAnswer: createAnswerer(knowledge, retriever),
      wording,
      official: false,
      idleMinutes: 30,
    }),
    searchSections: (words, options) => retriever.search(words, options).map(({ section }) => section),
  };
}
