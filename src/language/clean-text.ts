import { joinSpacedLetters } from './join-spaced-letters.ts';
import { plainLetters } from './letters.ts';
import { repairWord } from './repair-word.ts';
import { writtenOut } from './texting.ts';

/** What is read of a message. */
export const MAX_CHARACTERS = 1000;
export const MAX_WORDS = 200;

export interface CleanText {
  /** At most MAX_CHARACTERS characters and MAX_WORDS words; empty where nothing readable was sent. */
  readonly text: string;
  /** The message was longer than what was read. */
  readonly truncated: boolean;
}

/**
 * A visitor's message as everything behind may see it: cut first, then invisible characters, look-alike letters,
 * SHOUTING, stretched words (`hellllp`), letters set apart (`h.e.l.p`), missing spaces and phone spellings (`abt`) put right.
 * Never throws; takes time linear in what is read.
 */
export function cleanText(message: string): CleanText {
  // Invisible padding must not push the words out of the part that is read, nor make the work unbounded.
  const readable = plainLetters(message.slice(0, 8 * MAX_CHARACTERS))
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = cutAtWord(readable, MAX_CHARACTERS).split(' ');
  const words = cut.slice(0, MAX_WORDS);
  const truncated = message.length > 8 * MAX_CHARACTERS || readable.length > MAX_CHARACTERS || cut.length > MAX_WORDS;
  const text = joinSpacedLetters(calm(words.join(' ')))
    .split(' ')
    .map((word) => word.replace(/[\p{L}\p{M}\p{N}]+/gu, writtenOut).replace(/[\p{L}\p{M}]+/gu, repairWord))
    .join(' ');
  return { text: cutAtWord(text, MAX_CHARACTERS), truncated };
}

/** A message all in capitals, in lower case: capitals then tell nothing. */
function calm(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 5 && !/\p{Ll}/u.test(text) ? text.toLowerCase() : text;
}

/** The first `limit` characters, without half a surrogate pair or half a word where the last word is of usual length. */
function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit).toWellFormed().replaceAll('\ufffd', '');
  const space = cut.lastIndexOf(' ');
  return space > limit - 60 ? cut.slice(0, space) : cut;
}
