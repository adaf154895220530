import { styleText } from 'node:util';
import { replyLines } from '../conversation/plain-text.ts';
import type { Reply } from '../conversation/reply.ts';

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

/** The lines of replies, each painted by what it is. */
export function paintReplies(replies: readonly Reply[], paint: Paint): readonly string[] {
  return replies.flatMap((reply, at) => {
    const sources = new Set(reply.sources.flatMap(({ label, url }) => [label, url]));
    const lines = replyLines(reply).map((line, index) => {
      if (line.startsWith('> ')) return paint.words(line);
      if (sources.has(line)) return paint.quiet(line);
      if (line.startsWith('- ')) return paint.contact(line);
      return reply.kind === 'emergency' && index === 0 ? paint.urgent(line) : line;
    });
    return at === 0 ? lines : ['', ...lines];
  });
}
