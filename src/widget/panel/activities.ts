import type { ClientActivity } from '../../channels/direct-line/protocol.ts';
import { type Lang, words } from '../words/words.ts';

/** A message of the visitor's. */
export function message(key: string, text: string, locale: Lang): ClientActivity {
  return { type: 'message', text, locale, channelData: { clientActivityID: key } };
}

/** A press of a thumb under a reply. */
export function feedback(key: string, replyTo: string, rating: 'up' | 'down'): ClientActivity {
  return {
    type: 'event',
    name: 'answerline/feedback',
    value: { replyTo, rating },
    channelData: { clientActivityID: key },
  };
}

/** Whether a message is the wish to start over in the words of our own button or chip. */
export function asksToStartOver(text: string): boolean {
  const said = text.trim().replace(/[.!]$/, '').toLowerCase();
  return Object.values(words).some(({ startOver }) => startOver.toLowerCase() === said);
}
