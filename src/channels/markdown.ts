/**
 * Text as it stands, in markdown: what a page or a contact says is never taken for markup. Characters that only mean
 * something at the start of a line are left alone elsewhere, so that the text stays readable where markdown is not drawn.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^(\s*)([#+-])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}

/** A link; only addresses of the knowledge are ever given here. Brackets in an address would end it early. */
export function markdownLink(label: string, href: string): string {
  const address = href.replace(/[()<> ]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${escapeMarkdown(label)}](${address})`;
}

export function markdownQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\n');
}
