import type { Token } from 'markdown-it';
import { parseMarkdown } from './markdown.ts';

/** A heading, or text that is read in one breath: a paragraph, a list item, a row of a table, a line of code. */
export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'text'; readonly text: string };

/** The words of a Markdown text in reading order, without its markup; white space is single spaces. */
export function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const add = (words: string): void => {
    const line = singleSpaced(words);
    if (line) blocks.push({ type: 'text', text: line });
  };
  let row: string[] | null = null;
  let heading: Token | null = null;
  for (const token of parseMarkdown(text)) {
    if (token.type === 'tr_open') row = [];
    else if (token.type === 'heading_open') heading = token;
    else if (token.type === 'fence' || token.type === 'code_block')
      for (const line of token.content.split('\n')) add(line);
    else if (token.type === 'html_block') add(withoutTags(token.content));
    else if (token.type === 'tr_close' && row) {
      add(row.filter(Boolean).join(' | '));
      row = null;
    } else if (token.type === 'inline') {
      const words = inlineText(token.children ?? []);
      // A heading inside a quotation or list is text of the section it stands in.
      if (heading?.level === 0)
        blocks.push({ type: 'heading', level: Number(heading.tag.slice(1)), text: singleSpaced(words) });
      else if (row) row.push(singleSpaced(words));
      else add(words);
      heading = null;
    }
  }
  return blocks;
}

/** Inline markup's words: links and emphasis give their text, images nothing. */
function inlineText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'html_inline' && /^<br\b/i.test(token.content)) text += ' ';
  }
  return text;
}

/** Only the white space that Markdown itself folds: a no-break space is part of the words. */
function singleSpaced(text: string): string {
  const spaced = /[\t\r\n]| {2}/.test(text) ? text.replace(/[\t\r\n ]+/g, ' ') : text;
  return spaced.replace(/^ | $/g, '');
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<[^<>]*>/g, ' ');
}
