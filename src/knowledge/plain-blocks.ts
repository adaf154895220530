import type { Nodes, Parents, RootContent } from 'mdast';

/** A heading, or text that is read in one breath: a paragraph, a list item, a row of a table, a line of code. */
export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: string; readonly line: number }
  | { readonly type: 'text'; readonly text: string };

/** The words of a Markdown document in reading order, without its markup; white space is single spaces. */
export function plainBlocks(nodes: readonly RootContent[]): Block[] {
  return nodes.flatMap(blocksOf);
}

function blocksOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.depth, text: plainText(node), line: node.position?.start.line ?? 1 }];
    case 'table':
      return node.children.flatMap((row) => textBlock(row.children.map(plainText).filter(Boolean).join(' | ')));
    case 'code':
      return node.value.split('\n').flatMap(textBlock);
    case 'html':
      return textBlock(withoutTags(node.value));
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
      // A heading inside a quotation or list is text of the section it stands in.
      return node.children.flatMap((child) =>
        child.type === 'heading' ? textBlock(plainText(child)) : blocksOf(child),
      );
    case 'paragraph':
      return textBlock(plainText(node));
    default:
      return [];
  }
}

function textBlock(text: string): Block[] {
  const words = singleSpaced(text);
  return words ? [{ type: 'text', text: words }] : [];
}

/** Inline markup's words: links and emphasis give their text, images and footnote marks nothing. */
function plainText(node: Parents): string {
  return singleSpaced(inlineText(node));
}

function inlineText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : '';
  return 'children' in node ? node.children.map(inlineText).join('') : '';
}

/** Only the white space Markdown itself folds: a no-break space is part of the words. */
function singleSpaced(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<[^<>]*>/g, ' ');
}
