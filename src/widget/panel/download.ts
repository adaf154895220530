import type { Words } from '../words/words.ts';
import type { Line } from './line.ts';
import { replyText } from './reply-text.ts';

/** The conversation as a text file, made here: nothing is sent anywhere. */
export function conversationText(lines: readonly Line[], words: Words, lang: string, now: Date): string {
  const time = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  const parts = lines.map((line) => {
    if (line.who === 'mark') return `— ${words.ended}`;
    const who = line.who === 'visitor' ? words.you : words.assistant;
    const what = line.who === 'visitor' ? (line.text ?? words.notKept) : replyText(line);
    return `${who}, ${time.format(line.at)}:\n${what}`;
  });
  return `${[words.downloadHead(time.format(now)), ...parts].join('\n\n')}\n`;
}

/** Hands the visitor a file. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
