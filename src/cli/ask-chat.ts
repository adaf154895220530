import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Choice } from '../conversation/conversation-state.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Lang } from '../knowledge/knowledge.ts';
import type { AskingAssistant } from './assistant.ts';
import { type Paint, paintReplies } from './paint-replies.ts';

export interface ChatTerminal {
  readonly input: Readable;
  readonly output: Writable;
  /** A person types here: welcome, prompt and numbered chips. Otherwise each line is a turn, and only replies are written. */
  readonly interactive: boolean;
  readonly paint: Paint;
  readonly lang: Lang | null;
  /** Columns to wrap at; not wrapped unless given. */
  readonly width?: number;
}

const conversation = 'chat';

/** A chat until the input ends (Ctrl-D) or is interrupted (Ctrl-C). */
export async function chat(assistant: AskingAssistant, terminal: ChatTerminal): Promise<void> {
  const { input, output, interactive, paint, lang } = terminal;
  const say = (replies: readonly Reply[]): void => {
    const chips = interactive
      ? numbered(
          replies.flatMap(({ choices }) => choices),
          paint,
        )
      : [];
    output.write(
      `${interactive ? '\n' : ''}${[...paintReplies(replies, paint, terminal.width), ...chips].join('\n')}\n\n`,
    );
  };
  const lines = createInterface({ input, output, terminal: interactive, prompt: paint.prompt('> ') });
  let closed = false;
  lines.once('close', () => {
    closed = true;
  });
  const prompt = (): void => {
    if (interactive && !closed) lines.prompt();
  };
  if (interactive) {
    say(assistant.turn({ type: 'welcome' }, lang, conversation).replies);
  }
  prompt();
  for await (const text of lines) {
    if (interactive || text.trim() !== '') say(assistant.turn({ type: 'message', text }, lang, conversation).replies);
    prompt();
  }
  if (interactive) output.write('\n');
}

function numbered(choices: readonly Choice[], paint: Paint): readonly string[] {
  return choices.map(({ label }, at) => `${paint.quiet(`[${at + 1}]`)} ${label}`);
}
