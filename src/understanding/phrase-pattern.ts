/**
 * Rules are written as phrases, not as regular expressions, so that people who know the language can read and
 * extend them. One phrase is a row of items separated by spaces:
 *
 * | item | matches |
 * |---|---|
 * | `word` | that word (lower case, without accents or apostrophes) |
 * | `word*` | words that begin so |
 * | `(a\|b c)` | one of these, which may be several words |
 * | `~name` | one of a named list |
 * | `...` | up to three words |
 * | `^` and `$` | the message's or clause's beginning and end; `$` may be a choice in brackets |
 * | a `?` after an item | the item may be missing |
 *
 * Gaps are bounded and every item ends at a space, so matching is linear in practice and never runs away.
 */
export interface PhraseMatcher {
  /** Whether a phrase occurs in the words. */
  matches(words: readonly string[]): boolean;
  /** Words from the first match's first to its last, or null. */
  find(words: readonly string[]): { readonly start: number; readonly end: number } | null;
}

/** The whole words that phrases are made of, those of their lists included. */
export function wordsOfPhrases(
  phrases: readonly string[],
  lists: Readonly<Record<string, readonly string[]>> = {},
): ReadonlySet<string> {
  const used = phrases.flatMap((phrase) =>
    [...phrase.matchAll(/~(\S+?)(?=[\s|)?]|$)/g)].map((match) => match[1] ?? ''),
  );
  const all = [...phrases, ...used.flatMap((name) => lists[name] ?? [])];
  return new Set(
    all.flatMap((phrase) => phrase.match(/(?<![~\p{L}\p{N}])[\p{L}\p{N}]+(?!\*)(?![\p{L}\p{N}])/gu) ?? []),
  );
}

/**
 * @param phrases Phrases in the notation above.
 * @param lists Named lists for `~name`; their entries may be phrases of plain words.
 * @throws Error on an unknown list or an unclosed bracket, naming the phrase.
 */
export function compilePhrases(
  phrases: readonly string[],
  lists: Readonly<Record<string, readonly string[]>> = {},
): PhraseMatcher {
  const pattern = phrases.map((phrase) => compile(phrase, lists)).join('|');
  const expression = phrases.length === 0 ? /(?!)/ : new RegExp(`(?<= )(?:${pattern})`);
  const find: PhraseMatcher['find'] = (words) => {
    const text = ` ${words.join(' ')} `;
    const match = expression.exec(text);
    if (match === null) return null;
    const start = countSpaces(text, match.index) - 1;
    return { start, end: start + countSpaces(match[0], match[0].length) };
  };
  return { find, matches: (words) => expression.test(` ${words.join(' ')} `) };
}

function compile(phrase: string, lists: Readonly<Record<string, readonly string[]>>): string {
  const items = phrase.match(/\([^()]*\)\??|[^\s()]+/g) ?? [];
  if (items.length === 0 || /[()]/.test(phrase.replace(/\([^()]*\)/g, ''))) throw new Error(`bad phrase: "${phrase}"`);
  return items.map((item) => compileItem(item, phrase, lists)).join('');
}

function compileItem(item: string, phrase: string, lists: Readonly<Record<string, readonly string[]>>): string {
  if (item === '...') return '(?:[^ ]+ ){0,3}';
  if (item === '^') return '(?<=^ )';
  if (item === '$') return '$';
  const optional = item.endsWith('?');
  const core = optional ? item.slice(0, -1) : item;
  const choices = choicesOf(core, phrase, lists).flatMap((choice) =>
    choice.startsWith('~') ? choicesOf(choice, phrase, lists) : [choice],
  );
  // The longest first, so that "hi there" is taken off whole.
  const ordered = choices.map(words).sort((a, b) => b.length - a.length);
  return `(?:${ordered.join('|')})${optional ? '?' : ''}`;
}

function choicesOf(
  core: string,
  phrase: string,
  lists: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (core.startsWith('(')) return core.slice(1, -1).split('|');
  if (!core.startsWith('~')) return [core];
  const list = lists[core.slice(1)];
  if (list === undefined) throw new Error(`no list ${core} in phrase: "${phrase}"`);
  return list;
}

function words(choice: string): string {
  if (choice === '$') return choice;
  return choice
    .trim()
    .split(/\s+/)
    .map((word) => {
      if (!/^[\p{L}\p{N}]+\*?$/u.test(word)) throw new Error(`bad word "${word}" in a phrase`);
      return `${word.endsWith('*') ? `${word.slice(0, -1)}[^ ]*` : word} `;
    })
    .join('');
}

function countSpaces(text: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end; i++) if (text[i] === ' ') count++;
  return count;
}
