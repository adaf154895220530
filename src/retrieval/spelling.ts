/** Finds known words that a misspelt one may stand for. */
export interface Speller {
  /** Known words within `distance` edits (Damerau-Levenshtein, restricted), nearest and most frequent first, at most three. */
  correct(word: string, distance: number): readonly Correction[];
}

export interface Correction {
  readonly word: string;
  readonly distance: number;
}

const MOST_CORRECTIONS = 3;

/**
 * A speller over a word list, most frequent first. A word's letters are a 32-bit mask: an edit changes at most two
 * letters, so almost every word is ruled out by one XOR and the scan of 40,000 words stays under a millisecond.
 */
export function createSpeller(words: readonly string[]): Speller {
  const masks = Uint32Array.from(words, letterMask);
  return {
    correct(word, distance) {
      const mask = letterMask(word);
      const found: (Correction & { readonly order: number })[] = [];
      for (let i = 0; i < words.length; i++) {
        if (bitCount(masks[i]! ^ mask) > 2 * distance) continue;
        const known = words[i]!;
        if (Math.abs(known.length - word.length) > distance) continue;
        const edits = editDistance(word, known, distance);
        if (edits <= distance)
          found.push({ word: known, distance: edits, order: i + (known[0] === word[0] ? 0 : words.length) });
      }
      return found
        .sort((a, b) => a.distance - b.distance || a.order - b.order)
        .slice(0, MOST_CORRECTIONS)
        .map(({ word: known, distance: edits }) => ({ word: known, distance: edits }));
    },
  };
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to another; more than `limit` is `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  let beforeLast = new Array<number>(b.length + 1).fill(0);
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, beforeLast[j - 2]! + 1);
      row.push(edits);
      if (edits < smallest) smallest = edits;
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}

function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask >>> 0;
}

function bitCount(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
