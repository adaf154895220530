/** The same with contractions in one piece: `can't` is `cant`, as people type it. */
export function plainWords(text: string): string {
  return sameWords(text.replace(/['’]/g, ''));
}

/** A text down to its letters and digits, for telling whether two say the same: no case, accents, punctuation or outer spaces. */
export function sameWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
