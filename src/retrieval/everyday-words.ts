import { stem } from '../language/stem.ts';
import { tokenize } from '../language/tokenize.ts';
import { createPhraseTable, type Phrases, type PhraseTable, type Rendering } from './phrase-table.ts';

/** What a page's word carries of an everyday word that it may stand for. */
const EVERYDAY_WEIGHT = 0.6;
/** Letters by which forms are kept apart: a stemmer never changes them. */
const BEGINNING = 2;

/**
 * Visitors' words and phrases to what pages may call them, compared by stem. There are tens of thousands, and a question uses a
 * few: lines are sorted by how their forms begin at the first question, and read where a question has such a word.
 * @param lines `form, form: word, word`; the first line that has a form decides
 */
export function createEverydayWords(lines: readonly string[]): Phrases {
  const tables = new Map<string, PhraseTable>();
  let linesOf: ReadonlyMap<string, readonly string[]> | null = null;
  const tableOf = (beginning: string): PhraseTable => {
    linesOf ??= byBeginning(lines);
    const known = tables.get(beginning) ?? readLines(linesOf.get(beginning) ?? [], beginning);
    tables.set(beginning, known);
    return known;
  };
  return { allAt: (words, start) => tableOf(words[start]!.slice(0, BEGINNING)).allAt(words, start) };
}

function byBeginning(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    for (const beginning of new Set(formsOf(line).map((form) => form.slice(0, BEGINNING)))) {
      const list = found.get(beginning);
      if (list) list.push(line);
      else found.set(beginning, [line]);
    }
  }
  return found;
}

function readLines(lines: readonly string[], beginning: string): PhraseTable {
  const table = createPhraseTable((word) => stem(word, 'en'));
  const decided = new Set<string>();
  for (const line of lines) {
    const renderings = line
      .slice(line.indexOf(':') + 1)
      .split(',')
      .map(toRendering);
    for (const form of formsOf(line)) {
      if (!form.startsWith(beginning) || decided.has(form)) continue;
      decided.add(form);
      table.add(tokenize(form), renderings);
    }
  }
  return table;
}

function formsOf(line: string): string[] {
  return line
    .slice(0, line.indexOf(':'))
    .split(',')
    .map((form) => form.trim());
}

function toRendering(text: string): Rendering {
  return { words: tokenize(text), weight: EVERYDAY_WEIGHT };
}
