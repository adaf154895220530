import type { Lang } from '../src/knowledge/knowledge.ts';
import type { Scene } from './dialog.ts';

// Made once: they cost more than a whole reply.
const conjunctions = byLang((lang) => new Intl.ListFormat(lang, { type: 'conjunction' }));
const disjunctions = byLang((lang) => new Intl.ListFormat(lang, { type: 'disjunction' }));
const languages = byLang((lang) => new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' }));
/** Names already asked for, by language and tag: the pages have a handful. */
const languageNames = byLang(() => new Map<string, string>());

/** "a, b and c" in the visitor's language. */
export function listed({ lang }: Pick<Scene, 'lang'>, items: readonly string[]): string {
  return conjunctions[lang].format(items);
}

/** "a, b or c". */
export function alternatives({ lang }: Pick<Scene, 'lang'>, items: readonly string[]): string {
  return disjunctions[lang].format(items);
}

/** The name of a language (BCP 47 tag) in the visitor's: "English", "inglés". */
export function languageName({ lang }: Pick<Scene, 'lang'>, tag: string): string {
  let name = languageNames[lang].get(tag);
  if (name === undefined) {
    name = languages[lang].of(baseOf(tag)) ?? tag;
    languageNames[lang].set(tag, name);
  }
  return name;
}

/** The language of a tag without its region: `es` of `es-MX`. */
export function baseOf(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

function byLang<T>(make: (lang: Lang) => T): Readonly<Record<Lang, T>> {
  return { en: make('en'), es: make('es') };
}
