import type { ContentWord } from './content-words.ts';

/** The stems of the pages with numbers in place of strings, and in how many sections each stands. */
export interface TermTable {
  /** Number of a word's stem, given at its first use. */
  add(word: ContentWord): number;
  /** Counts one section that holds these stems. */
  count(ids: ReadonlySet<number>): void;
  idOf(stem: string): number | null;
  stemOf(id: number): string;
  /**
   * How rare a stem is among the sections, 0 to 1: BM25's inverse document frequency over that of a stem that
   * stands nowhere.
   */
  rarity(stem: string): number;
  readonly sectionCount: () => number;
  readonly termCount: () => number;
  /** The words themselves, most frequent first, with their stems: what a misspelling may stand for. */
  words(): readonly ContentWord[];
}

export function createTermTable(): TermTable {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const sectionsWith: number[] = [];
  const uses = new Map<string, { readonly entry: ContentWord; count: number }>();
  let sections = 0;
  const idf = (count: number): number => Math.log(1 + (sections - count + 0.5) / (count + 0.5));
  return {
    add(entry) {
      const use = uses.get(entry.word);
      if (use) use.count++;
      else uses.set(entry.word, { entry, count: 1 });
      let id = ids.get(entry.stem);
      if (id === undefined) {
        id = stems.push(entry.stem) - 1;
        ids.set(entry.stem, id);
        sectionsWith.push(0);
      }
      return id;
    },
    count(present) {
      sections++;
      for (const id of present) sectionsWith[id] = (sectionsWith[id] ?? 0) + 1;
    },
    idOf: (stem) => ids.get(stem) ?? null,
    stemOf: (id) => stems[id] ?? '',
    rarity(stem) {
      const id = ids.get(stem);
      return id === undefined || sections === 0 ? 1 : idf(sectionsWith[id] ?? 0) / idf(0);
    },
    sectionCount: () => sections,
    termCount: () => stems.length,
    words: () => [...uses.values()].sort((a, b) => b.count - a.count).map(({ entry }) => entry),
  };
}
