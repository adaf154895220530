import type { Token } from 'markdown-it';
import { splitFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import type { ContentFile } from './read-folder.ts';

/** A link or phone number that a page's text holds. */
export interface Mention {
  readonly kind: 'link' | 'number';
  /** The link's address, or the number as written. */
  readonly value: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** Ten digits in the North American way, alone or after a 1. */
const phoneNumber = /(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])/g;

/** Every link and phone number of a page, in reading order. */
export function pageMentions(file: ContentFile): Mention[] {
  const body = splitFrontMatter(file.text)?.body ?? file.text;
  const bodyLine = file.text.slice(0, file.text.length - body.length).split('\n').length;
  return parseMarkdown(body).flatMap((token) => mentionsIn(token.children ?? [], bodyLine + (token.map?.[0] ?? 0)));
}

function mentionsIn(tokens: readonly Token[], firstLine: number): Mention[] {
  const mentions: Mention[] = [];
  let line = firstLine;
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line += 1;
    const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : '';
    if (href && !href.startsWith('#')) mentions.push({ kind: 'link', value: href, line });
    if (token.type !== 'text') continue;
    for (const [value] of token.content.matchAll(phoneNumber)) mentions.push({ kind: 'number', value, line });
  }
  return mentions;
}
