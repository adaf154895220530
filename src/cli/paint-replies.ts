import { styleText } from 'node:util';
import { replyLines } from '../conversation/plain-text.ts';
import type { Reply } from '../conversation/reply.ts';
import { wrapLine } from './wrap-line.ts';

/** How parts of a reply look in a terminal. */
export interface Paint {
  readonly words: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly urgent: (text: string) => string;
  readonly contact: (text: string) => string;
  readonly prompt: (text: string) => string;
}

const asIs = (text: string): string => text;

/** Colours where the output shows them (a terminal, and NO_COLOR not set), plain text elsewhere. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const style =
    (format: Parameters<typeof styleText>[0]) =>
    (text: string): string =>
      styleText(format, text, { stream });
  if (!stream.isTTY) return { words: asIs, quiet: asIs, urgent: asIs, contact: asIs, prompt: asIs };
  return {
    words: style('cyan'),
    quiet: style('gray'),
    urgent: style(['bold', 'red']),
    contact: style('bold'),
    prompt: style('green'),
  };
}

/**
 * The lines of replies, each painted by what it is.
 * @param width columns to wrap at; not wrapped unless given
 */
export function paintReplies(replies: readonly Reply[], paint: Paint, width?: number): readonly string[] {
  const rows = (line: string): readonly string[] => (width === undefined ? [line] : wrapLine(line, width));
  return replies.flatMap((reply, at) => {
    const sources = new Set(reply.sources.flatMap(({ label, url }) => [label, url]));
    const lines = replyLines(reply).flatMap((line, index) => {
      const look = lookOf(
        line,
        { isSource: sources.has(line), isAlarm: reply.kind === 'emergency' && index === 0 },
        paint,
      );
      return rows(line).map(look);
    });
    return at === 0 ? lines : ['', ...lines];
  });
}

function lookOf(line: string, is: { readonly isSource: boolean; readonly isAlarm: boolean }, paint: Paint) {
  if (line.startsWith('> ')) return paint.words;
  if (is.isSource) return paint.quiet;
  if (line.startsWith('- ')) return paint.contact;
  return is.isAlarm ? paint.urgent : asIs;
}
