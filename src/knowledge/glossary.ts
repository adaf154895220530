import { z } from 'zod';

/**
 * The glossary of vocabulary.yaml: a block of lines `frontera, fronteras: border, frontier`, forms before the colon,
 * renderings behind it; `#` begins a comment. A block of text, not a YAML mapping: it holds thousands of forms, and
 * reading it as text saves a tenth of a second at each start.
 * Each form becomes an entry without accents, lower case; lines with the same form add up.
 */
export const glossarySchema = block('glossary', 'frontera, fronteras: border').transform((lines, context) =>
  readGlossary(lines, (index) => {
    const message = 'a line is Spanish forms, a colon and English words, for example `frontera, fronteras: border`';
    context.addIssue({ code: 'custom', path: [index], message });
  }),
);

/** Visitors' words and the pages', in such lines; they stay lines, since few of them are ever needed. */
export const everydaySchema = block('everyday', 'cop, cops: police, officer').transform((lines, context) => {
  readGlossary(lines, (index) => {
    const message = 'a line is visitors’ words, a colon and the pages’ words, for example `cop, cops: police, officer`';
    context.addIssue({ code: 'custom', path: [index], message });
  });
  return rulesOf(lines).filter((rule) => rule !== '');
});

function block(name: string, example: string) {
  const error = `${name} must be a block of lines: write \`${name}: |\` and below it lines such as \`${example}\``;
  return z.string({ error }).default('');
}

/** Reads a glossary's lines; `fault` is told the index of each that cannot be read. */
export function readGlossary(block: string, fault: (index: number) => void): Record<string, readonly string[]> {
  const entries = emptyTable();
  for (const [index, rule] of rulesOf(block).entries()) {
    if (rule === '') continue;
    const [forms, english, ...more] = rule.split(':').map(wordsOf);
    if (!forms?.length || !english?.length || more.length > 0) {
      fault(index);
      continue;
    }
    for (const form of forms) {
      const known = entries[form];
      entries[form] = known ? [...new Set([...known, ...english])] : english;
    }
  }
  return entries;
}

/** Lower case, without accents and comments; a line that says nothing is empty. */
function rulesOf(block: string): string[] {
  return withoutAccents(block.toLowerCase())
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim());
}

/** Without a prototype: a visitor's `constructor` must find nothing in it. */
export function emptyTable(): Record<string, readonly string[]> {
  return Object.create(null);
}

function wordsOf(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
