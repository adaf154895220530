import type { Knowledge, Lang } from '../knowledge/knowledge.ts';
import { createAgencyNames } from '../language/agency-names.ts';
import { tokenize } from '../language/tokenize.ts';
import { dropAsides } from './drop-asides.ts';
import { createPageNames, generality, wholeWord } from './general-question.ts';
import { createConceptMaker } from './make-concept.ts';
import type { Concept, Query } from './query.ts';
import { questionVector } from './question-vector.ts';
import type { TermTable } from './term-table.ts';
import { createTranslator } from './translate-words.ts';
import { readVocabulary } from './vocabulary-phrases.ts';

/** From this weight on a word is a subject even where the question is for the whole ("in one line", "what people do" are none). */
const TELLING = 0.5;

/** Reads questions against the pages' words, the vocabulary and English as a whole. */
export function createQuestionReader(
  knowledge: Knowledge,
  terms: TermTable,
): (question: string, lang: Lang, whole?: boolean) => Query {
  const names = createAgencyNames(knowledge.agency);
  const pageNames = createPageNames(knowledge.pages);
  const { english, everyday, spanish } = readVocabulary(knowledge.vocabulary);
  const translate = createTranslator(spanish, terms);
  const makeConcept = createConceptMaker(terms, { synonyms: english, everyday });
  return (question, lang, whole = false) => {
    const tokens = tokenize(dropAsides(question));
    const isName = names.mark(tokens);
    const read = translate(tokens, isName, lang);
    const subject = read.map(({ word }) => word);
    const general = whole ? 1 : generality(subject, tokens, isName.includes(true), pageNames);
    const concepts = new Map<string, Concept>();
    read.forEach(({ word }, at) => {
      const concept = concepts.has(word) ? null : makeConcept(read, at, tokens);
      if (concept && !isBesideThePoint(concept, general) && !(whole && concept.weight < TELLING))
        concepts.set(word, concept);
    });
    const list = [...concepts.values()];
    return { concepts: list, tokens, vector: questionVector(tokens, isName, read, list, lang), general };
  };
}

/** "Overview", "in two sentences" is answered by a page that nowhere says so; "what are you responsible for" is not about the word. */
function isBesideThePoint({ word, alternatives }: Concept, general: number): boolean {
  const kind = wholeWord(word);
  const isSaid = alternatives.some(({ weight }) => weight >= 0.9);
  if (general === 1) return kind === 'role' || !isSaid;
  return general > 0 && kind !== null && !isSaid;
}
