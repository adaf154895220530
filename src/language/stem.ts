import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import porterEs from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import { builtInGlossary } from '../knowledge/built-in-words.ts';
import type { Lang } from '../knowledge/knowledge.ts';
import { MAX_TOKEN_LENGTH } from './tokenize.ts';
import { wordRank } from './word-vectors.ts';

/** Stems of words that are everybody's: what only one visitor types is not kept. */
const caches: Record<Lang, Map<string, string>> = { en: new Map(), es: new Map() };

/**
 * What a word's inflections share (`enforces`, `enforcement`: `enforc`), by the Porter and the Spanish Snowball stemmer.
 *
 * @param token One token of `tokenize`; longer ones than MAX_TOKEN_LENGTH come back unstemmed and cut.
 */
export function stem(token: string, lang: Lang): string {
  if (token.length > MAX_TOKEN_LENGTH) return token.slice(0, MAX_TOKEN_LENGTH);
  if (!/^[a-z]{3,}$/.test(token)) return token;
  const cache = caches[lang];
  let stemmed = cache.get(token);
  if (stemmed === undefined) {
    stemmed = lang === 'es' ? stemSpanish(token) : stemEnglish(token);
    if (isEverybodys(token, lang)) cache.set(token, stemmed);
  }
  return stemmed;
}

let everydaySpanish: ReadonlySet<string> | null = null;

function isEverybodys(token: string, lang: Lang): boolean {
  if (wordRank(token) !== null) return true;
  if (lang === 'en') return false;
  everydaySpanish ??= new Set(Object.keys(builtInGlossary()).flatMap((phrase) => phrase.split(' ')));
  return everydaySpanish.has(token);
}

/** Verbs whose nouns change more than their ending, by Porter's stems: `detention` is found by `detain`, `application` by `apply`. */
const sameFamily: ReadonlyMap<string, string> = new Map(
  Object.entries({
    detent: 'detain',
    retent: 'retain',
    applic: 'appli',
    decis: 'decid',
    explan: 'explain',
    permiss: 'permit',
    admiss: 'admit',
    submiss: 'submit',
    transmiss: 'transmit',
    reduct: 'reduc',
    destruct: 'destroi',
    descript: 'describ',
    prescript: 'prescrib',
    expuls: 'expel',
    collis: 'collid',
    consumpt: 'consum',
    resolut: 'resolv',
    revoc: 'revok',
    verif: 'verifi',
    notif: 'notifi',
    identif: 'identifi',
    certif: 'certifi',
    qualif: 'qualifi',
    classif: 'classifi',
    repetit: 'repeat',
    complaint: 'complain',
  }),
);

/** Porter's first step takes the s of `focus` for a plural; as in its successor, `-us` stays, and `-yses` is the plural of `-ysis`. */
function stemEnglish(token: string): string {
  if (/us$/.test(token)) return token;
  if (/.uses$/.test(token)) return token.slice(0, -2);
  const stemmed = porter.stem(token.replace(/ys[ie]s$/, 'yse'));
  return sameFamily.get(stemmed) ?? stemmed;
}

/** Visitors leave accents out and `tokenize` drops them, but the stemmer knows its endings by them: put the commonest back. */
function stemSpanish(token: string): string {
  const accented = token.replace(/([cs])ion$/, '$1ión').replace(/logia(s?)$/, 'logía$1');
  return porterEs
    .stem(accented)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}
