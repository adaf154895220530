/**
 * The beginning of a text, at most `length` UTF-16 units, cut between words and marked with an ellipsis.
 * Nothing is reworded: what is left stands as it stood.
 */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, Math.max(0, length - 1));
  const atWord = /\s/.test(text.charAt(cut.length)) ? cut : cut.replace(/\s+\S*$/, '');
  return `${(atWord === '' ? cut : atWord).trimEnd().toWellFormed()}…`;
}
