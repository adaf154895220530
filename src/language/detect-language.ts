import type { Lang } from '../knowledge/knowledge.ts';
import { otherWords, spanishWords } from './language-words.ts';
import { isCourtesyWord, isStopWord } from './stop-words.ts';
import { tokenize } from './tokenize.ts';
import { wordRank } from './word-vectors.ts';

export interface DetectedLanguage {
  /** `other`: clearly neither English nor Spanish. */
  readonly lang: Lang | 'other';
  /** The text itself showed it; false where the hint (or English) decided. */
  readonly certain: boolean;
}

/** A shared word tells less of a language that few visitors write in. */
const OTHER_PRIOR = 0.25;
/** By how many words' worth a language must lead to be certain. */
const CLEAR_LEAD = 0.5;

/** English subject words stand in Spanish sentences too (`mi boss`, `un lawyer`): they tell less than function words. */
const CONTENT_WORD = 0.6;

const spanish = new Set(spanishWords.split(/\s+/));
const others = Object.entries(otherWords).map(([lang, list]) => ({ lang, words: new Set(list.split(/\s+/)) }));

const spanishEnding =
  /(?:cion|ciones|siones|mente|ando|iendo|ado|ada|ados|adas|ido|ida|idos|idas|dad|dades|tud|eza|aje|ero|era|eros|eras|ista|istas|ismo|ador|adora|adores|aron|ieron|aban|amos|emos|arme|arlo|arla|arles|irme|erme|oso|osa|ito|ita|illo|illa|ncia|rio|ria|rios|rias)$/;
const englishEnding =
  /(?:ing|tion|tions|ness|ment|ments|ght|ly|ed|ck|sh|th|ful|less|ies|ers?|ous|wn|ee|oo.|ts|ds|rs|ngs)$/;

/**
 * The language a message is written in, by its function words, everyday words, letters and endings: sure on
 * a single telling word (`hola`, `bonjour`), on accentless and texting Spanish and on mixed sentences (the
 * language with more evidence wins; in doubt the hint).
 *
 * @param hint Language of the page or of the conversation so far; decides what the text leaves open.
 */
export function detectLanguage(text: string, hint: Lang | null): DetectedLanguage {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return { lang: hint ?? 'en', certain: false };
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) return { lang: 'other', certain: true };

  const scores = evidence(text);
  const en = scores.get('en') ?? 0;
  const es = scores.get('es') ?? 0;
  const other = Math.max(0, ...others.map(({ lang }) => scores.get(lang) ?? 0));
  if (other > Math.max(en, es) + CLEAR_LEAD && other >= 0.75) return { lang: 'other', certain: true };
  if (Math.abs(en - es) < CLEAR_LEAD && hint) return { lang: hint, certain: false };
  return { lang: es > en ? 'es' : 'en', certain: Math.abs(en - es) >= CLEAR_LEAD };
}

function evidence(text: string): Map<string, number> {
  const scores = new Map<string, number>();
  const add = (lang: string, weight: number): void => {
    scores.set(lang, (scores.get(lang) ?? 0) + weight);
  };
  if (/[¿¡ñÑ]/u.test(text)) add('es', 2);
  if (/[áíóúÁÍÓÚ]/u.test(text)) add('es', 0.5);
  if (/[ãõÃÕ]/u.test(text)) add('pt', 2);
  if (/[èêëàùûîïœÈÊÀ]|ç/u.test(text)) add('fr', 0.75);
  if (/[ßäöÄÖ]/u.test(text)) add('de', 1.5);
  if (/[ąęłńśźżŁŚŻ]/u.test(text)) add('pl', 2);
  if (/[ășțşţ]/u.test(text)) add('ro', 1.5);
  if (/[ığİ]/u.test(text)) add('tr', 2);
  if (/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]/u.test(text)) add('vi', 3);
  for (const token of tokenize(text)) {
    for (const [lang, weight] of wordEvidence(token)) add(lang, weight);
  }
  return scores;
}

type WordEvidence = readonly (readonly [lang: string, weight: number])[];

/** Evidence of words that are everybody's: what only one visitor types is not kept. */
const known = new Map<string, WordEvidence>();

function wordEvidence(token: string): WordEvidence {
  let found = known.get(token);
  if (found !== undefined) return found;
  found = weigh(token);
  if (wordRank(token) !== null || spanish.has(token)) known.set(token, found);
  return found;
}

function weigh(token: string): WordEvidence {
  if (/\d/.test(token)) return [];
  const speakers: [lang: string, prior: number][] = [];
  const grammatical = (lang: Lang): boolean => isStopWord(token, lang) || isCourtesyWord(token, lang);
  if (grammatical('en')) speakers.push(['en', 1]);
  if (grammatical('es') || spanish.has(token)) speakers.push(['es', 1]);
  for (const { lang, words } of others) if (words.has(token)) speakers.push([lang, OTHER_PRIOR]);
  const rank = wordRank(token);
  if (!speakers.some(([lang]) => lang === 'en') && rank !== null && rank < 8_000 && token.length > 2) {
    speakers.push(['en', speakers.length > 0 ? 0.5 : 1]);
    if (speakers.length === 1) return [['en', CONTENT_WORD]];
  }
  if (speakers.length === 0) return [...wordShape(token, rank !== null)];
  const total = speakers.reduce((sum, [, prior]) => sum + prior, 0);
  return speakers.map(([lang, prior]) => [lang, prior / total]);
}

/** What the form of a word outside all lists suggests. */
function* wordShape(token: string, inVocabulary: boolean): Generator<[lang: string, weight: number]> {
  if (inVocabulary) yield ['en', 0.5];
  if (token.length < 4) return;
  if (/(?:cao|coes|agem)$/.test(token)) yield ['pt', 0.7];
  else if (/(?:zione|zioni|ita)$/.test(token)) yield ['it', 0.5];
  if (!inVocabulary && spanishEnding.test(token)) yield ['es', 0.7];
  else if (!inVocabulary && englishEnding.test(token)) yield ['en', 0.6];
  else if (!inVocabulary && /[aeo]s?$/.test(token)) yield ['es', 0.3];
}
