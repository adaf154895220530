import type { Lang } from '../knowledge/knowledge.ts';
import { isCourtesyWord, isLightWord, isStopWord } from '../language/stop-words.ts';

/** Stands for any words that name a subject. */
const SUBJECT = '*';
/** What keywords alone consist of: they have no form that could tell anything. */
const edges: ReadonlySet<string> = new Set(['<', SUBJECT, '>']);
const none: ReadonlySet<string> = new Set();
const languages: readonly Lang[] = ['en', 'es'];

/**
 * The form of a question without its subject, as words and pairs of neighbours, each once: "what kind of nets do they use" is
 * `< what kind of * do they use >`; `<` alone
 * tells that it has a form. Form tells whether a page is likely to answer: most say what is done, few say which or since when.
 *
 * @param tokens in the form of `tokenize`
 */
export function formGrams(tokens: readonly string[]): ReadonlySet<string> {
  const form: string[] = ['<'];
  for (const token of tokens) {
    if (isFormWord(token)) form.push(token);
    else if (form.at(-1) !== SUBJECT) form.push(SUBJECT);
  }
  form.push('>');
  if (form.every((word) => edges.has(word))) return none;
  return new Set(form.flatMap((word, at) => (at === 0 ? [word] : [word, `${form[at - 1]} ${word}`])));
}

function isFormWord(token: string): boolean {
  return languages.some((lang) => isStopWord(token, lang) || isCourtesyWord(token, lang) || isLightWord(token, lang));
}
