import MarkdownIt, { type Token } from 'markdown-it';

// No linkify, no typographer: the words must stay as they are written.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

/** The tokens of a Markdown text (CommonMark with tables). */
export function parseMarkdown(text: string): Token[] {
  return markdown.parse(text, {});
}
