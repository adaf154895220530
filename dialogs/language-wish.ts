import type { Lang } from '../src/knowledge/knowledge.ts';
import { sameWords } from './same-words.ts';

/** The language a message asks to be answered in: "in Spanish please", "me lo dice en inglés"; null where it asks for none. */
export function languageWish(text: string): Lang | null {
  const words = sameWords(text);
  if (words.split(' ').length > wordsAtMost) return null;
  if (/\b(in spanish|en espanol|espanol por favor|spanish please)\b|^(espanol|spanish)$/.test(words)) return 'es';
  return /\b(in english|en ingles|ingles por favor|english please)\b|^(ingles|english)$/.test(words) ? 'en' : null;
}

/** A longer message asks about a language rather than for it. */
const wordsAtMost = 8;
