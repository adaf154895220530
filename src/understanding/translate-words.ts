import type { Vocabulary } from '../knowledge/knowledge.ts';
import { stem } from '../language/stem.ts';
import { fold } from '../language/tokenize.ts';

/** Longest glossary phrase looked for, in words. */
const LONGEST = 4;
/** What a second or third rendering of a word counts beside the first. */
const FURTHER = 0.3;

/** Words of a message with weights, Spanish ones replaced by their English renderings where the glossary has them. */
export type TranslateWords = (tokens: readonly string[]) => readonly (readonly [word: string, weight: number])[];

/**
 * Word-by-word translation: the longest phrase first, then the word, then a word of the same stem (`venden` as `vender`);
 * unknown words are kept, since visitors mix languages. The glossary is prepared when the first Spanish words come.
 */
export function makeTranslateWords(vocabulary: Vocabulary): TranslateWords {
  let prepared: Glossary | null = null;
  return (tokens) => {
    prepared ??= prepare(vocabulary);
    const weighted: [string, number][] = [];
    for (let at = 0; at < tokens.length; ) {
      const { length, renderings } = lookUp(prepared, tokens, at);
      if (renderings === undefined) weighted.push([tokens[at] ?? '', 1]);
      for (const [i, words] of (renderings ?? []).entries()) {
        for (const word of words) weighted.push([word, i === 0 ? 1 : FURTHER]);
      }
      at += length;
    }
    return weighted;
  };
}

type Renderings = readonly (readonly string[])[];

interface Glossary {
  readonly phrases: ReadonlyMap<string, Renderings>;
  readonly stems: ReadonlyMap<string, Renderings>;
}

function prepare(vocabulary: Vocabulary): Glossary {
  const phrases = new Map<string, Renderings>();
  const stems = new Map<string, Renderings>();
  for (const [phrase, given] of Object.entries(vocabulary.glossary)) {
    const key = fold(phrase);
    const renderings = given.map((rendering) =>
      fold(rendering)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    );
    phrases.set(key, renderings);
    const stemmed = stem(key, 'es');
    if (key.length > 3 && !key.includes(' ') && !stems.has(stemmed)) stems.set(stemmed, renderings);
  }
  return { phrases, stems };
}

function lookUp(
  glossary: Glossary,
  tokens: readonly string[],
  at: number,
): { length: number; renderings?: Renderings | undefined } {
  for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length--) {
    const renderings = glossary.phrases.get(tokens.slice(at, at + length).join(' '));
    if (renderings !== undefined) return { length, renderings };
  }
  const token = tokens[at] ?? '';
  return { length: 1, renderings: token.length > 3 ? glossary.stems.get(stem(token, 'es')) : undefined };
}
