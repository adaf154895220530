/** What a phrase may also be called. */
export interface Rendering {
  /** Its words, in the form of `tokenize`. */
  readonly words: readonly string[];
  /** How much of the phrase's meaning it carries, 0 to 1. */
  readonly weight: number;
}

export interface PhraseMatch {
  /** How many words of the question the phrase takes. */
  readonly length: number;
  readonly renderings: readonly Rendering[];
}

/** Where phrases are looked up. */
export interface Phrases {
  /** All phrases that start at a word, longest first. */
  allAt(words: readonly string[], start: number): readonly PhraseMatch[];
}

/** Phrases of one to LONGEST words and their renderings. */
export interface PhraseTable extends Phrases {
  add(words: readonly string[], renderings: readonly Rendering[]): void;
  /** The longest phrase that starts at a word, or null. */
  at(words: readonly string[], start: number): PhraseMatch | null;
  /** Single words that have renderings. */
  singles(): readonly string[];
}

const LONGEST = 5;

/** @param key form in which words are compared, e.g. their stem */
export function createPhraseTable(key: (word: string) => string): PhraseTable {
  const phrases = new Map<string, Rendering[]>();
  const singles = new Set<string>();
  const allAt = (words: readonly string[], start: number): PhraseMatch[] => {
    const matches: PhraseMatch[] = [];
    const keys = words.slice(start, start + LONGEST).map(key);
    for (let length = keys.length; length >= 1; length--) {
      const renderings = phrases.get(keys.slice(0, length).join(' '));
      if (renderings) matches.push({ length, renderings });
    }
    return matches;
  };
  const keyOf = (words: readonly string[]): string => words.map(key).join(' ');
  return {
    add(words, renderings) {
      if (words.length === 0 || words.length > LONGEST) return;
      if (words.length === 1) singles.add(words[0]!);
      const known = phrases.get(keyOf(words));
      if (known) known.push(...renderings);
      else phrases.set(keyOf(words), [...renderings]);
    },
    at: (words, start) => allAt(words, start)[0] ?? null,
    allAt,
    singles: () => [...singles],
  };
}
