import type { Vocabulary } from '../knowledge/knowledge.ts';
import { fold } from '../language/tokenize.ts';

/** Longest glossary phrase looked for, in words. */
const LONGEST = 4;
/** What a second or third rendering of a word counts beside the first. */
const FURTHER = 0.3;

/** Words of a message with weights, Spanish ones replaced by their English renderings where the glossary has them. */
export type TranslateWords = (tokens: readonly string[]) => readonly (readonly [word: string, weight: number])[];

/** Word-by-word translation for the sentence vector: longest phrase first, unknown words kept (visitors mix languages). */
export function makeTranslateWords(vocabulary: Vocabulary): TranslateWords {
  const glossary = new Map(
    Object.entries(vocabulary.glossary).map(([phrase, renderings]) => [
      fold(phrase),
      renderings.map((rendering) =>
        fold(rendering)
          .split(/[^\p{L}\p{N}]+/u)
          .filter(Boolean),
      ),
    ]),
  );
  return (tokens) => {
    const weighted: [string, number][] = [];
    for (let at = 0; at < tokens.length; ) {
      let length = Math.min(LONGEST, tokens.length - at);
      while (length > 0 && !glossary.has(tokens.slice(at, at + length).join(' '))) length--;
      const renderings = length > 0 ? glossary.get(tokens.slice(at, at + length).join(' ')) : undefined;
      if (renderings === undefined) weighted.push([tokens[at] ?? '', 1]);
      else
        for (const [i, words] of renderings.entries())
          for (const word of words) weighted.push([word, i === 0 ? 1 : FURTHER]);
      at += Math.max(1, length);
    }
    return weighted;
  };
}
