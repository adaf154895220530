/** Abbreviations that stand before a name or number and so never end a sentence. */
const neverLast = new Set(
  (
    'mr mrs ms dr prof gov sen rep gen lt col sgt capt cmdr maj adm hon rev st mt ft no nos vol pp art sec fig ch par ' +
    'eq approx vs v cf e.g i.e viz sr sra srta dra ud uds núm pág págs ej'
  ).split(' '),
);

/** Abbreviations that may end a sentence: the next word decides. */
const maybeLast = new Set(
  (
    'jr inc co corp ltd bros dept div est etc ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'mon tue tues wed thu thurs fri sat sun esq ph.d m.d al'
  ).split(' '),
);

/** Words that seldom stand in a name: after an abbreviation they start a sentence. */
const starters = new Set(
  (
    'a all also although an and another any as at because before both but by do during each every few finally first for from ' +
    'he her here his how however i if in it its many most moreover no nobody none on once one only other our people several she ' +
    'since so some still such that the their then there therefore these they this those though through to today under until ' +
    'visitors we what when where whether which while who why with without you your ' +
    'el la los las un una en este esta estos estas si no se para por pero como cuando'
  ).split(' '),
);

/** Letter-dot runs such as `U.S.`, `D.C.`, `p.m.`; one capital alone is an initial. */
const dotted = /^(?:\p{L}\.){2,}$/u;
const initial = /^\p{Lu}\.$/u;
/** `1.`, `(b)`, `iv.` standing alone: the number of what follows. */
const numeral = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]$/iu;
const lastToken = /[^\s"'“”‘’«»()[\]¿¡—–-]+$/u;
const firstWord = /[\p{L}\p{N}][\p{L}\p{N}’']*/u;
/** Unicode's rules never end a sentence before a number ("... percent. 2018 was ..."). */
const beforeNumber = /(?<=\p{L}{2}\.[”"’')\]]* )(?=[$€£“"(]*\d)/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Splits one paragraph (white space already single spaces) into sentences, word for word: they are slices of it.
 * Unicode's own rules (UAX 29), with the splits after abbreviations, initials and list numbers taken back.
 */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let position = 0;
  for (const { segment } of segmenter.segment(paragraph)) {
    for (const part of segment.split(beforeNumber)) {
      // Only the end of what came before: a page may hold a sentence of a million letters.
      const before = paragraph.slice(Math.max(start, position - 40), position).trimEnd();
      if (before && isEnd(before, part)) {
        sentences.push(paragraph.slice(start, position).trim());
        start = position;
      }
      position += part.length;
    }
  }
  const rest = paragraph.slice(start).trim();
  return rest ? [...sentences, rest] : sentences;
}

/** Whether a sentence ends between these two neighbours. */
function isEnd(before: string, after: string): boolean {
  const next = firstWord.exec(after)?.[0] ?? '';
  // Punctuation alone belongs to what it follows, an open bracket to what comes.
  if (!next || /[([“«¿¡]$/.test(before)) return false;
  if (/^\p{Ll}/u.test(next)) return false;
  if (numeral.test(before)) return false;
  if (!before.endsWith('.')) return true;
  const token = lastToken.exec(before)?.[0] ?? '';
  const word = token.slice(0, -1).toLowerCase();
  if (neverLast.has(word)) return !/^[\p{Lu}\d]/u.test(next) || (word === 'no' && !/^\d/u.test(next));
  if (initial.test(token)) return starters.has(next.toLowerCase()) && next.length > 1;
  if (maybeLast.has(word) || dotted.test(token)) return starters.has(next.toLowerCase());
  return true;
}
