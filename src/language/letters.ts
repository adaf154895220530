/** Cyrillic and Greek letters that look like Latin ones (after Unicode's confusables.txt, lower and upper case). */
const lookalikes = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    е: 'e',
    ё: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    ѵ: 'v',
    г: 'r',
    п: 'n',
    и: 'n',
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    І: 'I',
    Ј: 'J',
    К: 'K',
    М: 'M',
    О: 'O',
    Р: 'P',
    Ѕ: 'S',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    ı: 'i',
    ɡ: 'g',
    ⅼ: 'l',
  }),
);

/** Zero-width and directional marks, soft hyphens, tags, variation selectors, and control characters other than white space. */
const invisible = /(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text with only what a reader sees: invisible characters, lone surrogates and stacked marks gone, compatibility
 * forms (full width, mathematical letters, circles) plain, look-alikes of another script in a Latin word replaced.
 */
export function plainLetters(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\ufffd', ' ')
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/(\p{M})\p{M}+/gu, '$1')
    .replace(/[\p{L}\p{M}]+/gu, (word) => (isMixed(word) ? latinOf(word) : word));
}

function isMixed(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
}

function latinOf(word: string): string {
  return Array.from(word, (letter) => lookalikes.get(letter) ?? letter).join('');
}
