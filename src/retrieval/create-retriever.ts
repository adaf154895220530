import type { Knowledge } from '../knowledge/knowledge.ts';
import { tokenize } from '../language/tokenize.ts';
import { leadSections } from './general-question.ts';
import { rankSections } from './rank-sections.ts';
import { createQuestionReader } from './read-question.ts';
import type { Retriever } from './retriever.ts';
import { buildSectionIndex } from './section-index.ts';

/**
 * Builds the index over all sections of a folder. One setting serves a folder of four sections and one of five
 * thousand: words weigh by their rarity in English where the folder is small, by their rarity in it where it is large.
 */
export function createRetriever(knowledge: Knowledge): Retriever {
  const { shortName } = knowledge.agency;
  const nameWords = new Set(
    [shortName.en, shortName.es].flatMap((name) => (tokenize(name).length === 1 ? tokenize(name) : [])),
  );
  const index = buildSectionIndex(knowledge, (word) => nameWords.has(word));
  const readQuestion = createQuestionReader(knowledge, index.terms);
  const leads = leadSections(knowledge.pages);
  const find: Retriever['find'] = (question, options) => {
    const query = readQuestion(question, options.lang, options.whole);
    return { query, hits: rankSections(query, index, leads, options) };
  };
  return { find, search: (question, options) => find(question, options).hits };
}
