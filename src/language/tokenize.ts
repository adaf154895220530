/** Longest token kept whole: stemmers and matchers never see more (natural's Porter stemmer is quadratic in it). */
export const MAX_TOKEN_LENGTH = 40;

/**
 * The words of a text for matching: lower case, without accents, letters and digits only. A possessive `'s`
 * is dropped (`ICE's` gives `ice`), other apostrophes close up (`don't` gives `dont`), an abbreviation with
 * points is one word (`U.S.` gives `us`), digits keep their points and commas out (`1,000` gives `1000`).
 */
export function tokenize(text: string): string[] {
  // Vocabulary entries by the thousand are plain already.
  if (/^[a-z\d]+(?: [a-z\d]+)*$/.test(text) && text.length <= MAX_TOKEN_LENGTH) return text.split(' ');
  const plain = fold(text)
    .replace(/(?<=\p{L})['’ʼ]s\b/gu, '')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    .replace(/\b\p{L}(?:\.\p{L})+\b\.?/gu, (dotted) => dotted.replaceAll('.', ''))
    .replace(/(?<=\d)[,.](?=\d{3}\b)/g, '');
  const tokens = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return tokens.map((token) => (token.length > MAX_TOKEN_LENGTH ? token.slice(0, MAX_TOKEN_LENGTH) : token));
}

/** Lower case without accents and other marks, in compatibility form: what spelling variants have in common. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
