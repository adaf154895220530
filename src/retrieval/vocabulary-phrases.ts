import type { Vocabulary } from '../knowledge/knowledge.ts';
import { stem } from '../language/stem.ts';
import { tokenize } from '../language/tokenize.ts';
import { createEverydayWords } from './everyday-words.ts';
import { createPhraseTable, type Phrases, type PhraseTable, type Rendering } from './phrase-table.ts';

/** A synonym carries part of a word's meaning, an abbreviation's expansion nearly all of it. */
const SYNONYM_WEIGHT = 0.75;
const ABBREVIATION_WEIGHT = 0.9;
const SECOND_RENDERING_WEIGHT = 0.85;

export interface VocabularyPhrases {
  /** English words and phrases to what the pages may call them; compared by stem. */
  readonly english: PhraseTable;
  /** English words and phrases of visitors to words of pages, one way; compared by stem. */
  readonly everyday: Phrases;
  /** Spanish words and phrases to English; compared as written, without accents. */
  readonly spanish: PhraseTable;
}

/** The phrases of vocabulary.yaml, ready to be looked up in a question. */
export function readVocabulary(vocabulary: Vocabulary): VocabularyPhrases {
  const english = createPhraseTable((word) => stem(word, 'en'));
  for (const group of vocabulary.synonyms) {
    const members = group.map(tokenize);
    for (const member of members) {
      const others = members.filter((other) => other !== member);
      english.add(
        member,
        others.map((words) => ({ words, weight: SYNONYM_WEIGHT })),
      );
    }
  }
  for (const [abbreviation, expansions] of Object.entries(vocabulary.abbreviations)) {
    english.add(
      tokenize(abbreviation),
      expansions.map((text) => ({ words: tokenize(text), weight: ABBREVIATION_WEIGHT })),
    );
  }
  const spanish = createPhraseTable((word) => word);
  for (const [phrase, renderings] of Object.entries(vocabulary.glossary)) {
    spanish.add(tokenize(phrase), renderings.map(toRendering));
  }
  return { english, everyday: createEverydayWords(vocabulary.everyday), spanish };
}

function toRendering(text: string, position: number): Rendering {
  return { words: tokenize(text), weight: position === 0 ? 1 : SECOND_RENDERING_WEIGHT };
}
