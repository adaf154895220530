import type { Lang } from '../knowledge/knowledge.ts';
import { stem } from '../language/stem.ts';
import { isCourtesyWord, isStopWord } from '../language/stop-words.ts';

/** A word of a page that may be searched for. */
export interface ContentWord {
  readonly word: string;
  readonly stem: string;
}

/** Those of a page's words that say something, in order, stemmed in the page's language. */
export function contentWords(tokens: readonly string[], lang: Lang): ContentWord[] {
  return tokens.filter((word) => !isStopWord(word, lang)).map((word) => ({ word, stem: termOf(word, lang) }));
}

/** What a word is indexed under: its stem, Spanish ones marked, since the two languages' stems may clash. */
export function termOf(word: string, lang: Lang): string {
  return lang === 'es' ? `es:${stem(word, 'es')}` : stem(word, 'en');
}

/** Whether a word of a question says nothing about its subject: grammar or politeness. */
export function isEmptyWord(word: string, lang: Lang): boolean {
  return isStopWord(word, lang) || isCourtesyWord(word, lang);
}

/** The language whose stemmer and stop words serve for a page: Spanish for `es` and its variants, English for all else. */
export function stemmerOf(pageLang: string): Lang {
  return /^es\b/i.test(pageLang) ? 'es' : 'en';
}
