import type { Lang } from '../src/knowledge/knowledge.ts';
import { plainWords } from './same-words.ts';

/** The language a message asks to be answered in: "in Spanish please", "me lo dice en inglés"; null where it asks for none. */
export function languageWish(text: string): Lang | null {
  const words = plainWords(text);
  if (words.split(' ').length > wordsAtMost || asksOfSomething.test(words)) return null;
  const wished = named(words);
  if (wished === null || !denied.test(words)) return wished;
  // "No hablo inglés": the other one.
  return wished === 'en' ? 'es' : 'en';
}

function named(words: string): Lang | null {
  if (
    /\b(in spanish|(?:i|we) (?:\w+ ){0,2}speak (?:\w+ )?spanish|en espanol|hablo espanol|espanol por favor|spanish please)\b|^(espanol|spanish)$/.test(
      words,
    )
  )
    return 'es';
  return /\b(in english|(?:i|we) (?:\w+ ){0,2}speak (?:\w+ )?english|en ingles|hablo ingles|ingles por favor|english please)\b|^(ingles|english)$/.test(
    words,
  )
    ? 'en'
    : null;
}

const denied = /\b(?:no|not|dont|doesnt|cant|cannot|sin|nothing|nada)\b/;
/** "Is the website in Spanish" asks of the website. */
const asksOfSomething = /\b(?:website|site|web|form|page|line|call|pagina|formulario|linea|llamar|sitio)\b/;

/** A longer message asks about a language rather than for it. */
const wordsAtMost = 8;
