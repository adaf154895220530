import { z } from 'zod';
import type { Lang, Localized } from './knowledge.ts';

/** One line of words, trimmed. */
export const words = (what: string) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `${what} is missing; add it` : `${what} must be text`) })
    .transform((text) => text.trim())
    .refine((text) => text !== '', `${what} is empty; write it or take the line out`);

/** A text in the assistant's languages: `{ en: ..., es: ... }`, or one text for both. */
export function localized(what: string): z.ZodType<Localized> {
  const both = z.strictObject(
    { en: words(`${what} in English`), es: words(`${what} in Spanish`).optional() },
    { error: (issue) => expected(issue, what, `a text, or { en: ..., es: ... }`) },
  );
  // Not a union: its message would say only "invalid input".
  return z
    .preprocess((value) => (typeof value === 'string' ? { en: value } : value), both)
    .transform(({ en, es }) => ({ en, es: es ?? en }));
}

/** What is wrong with a value that has the wrong shape, an unknown key or is not there. */
export function expected(
  issue: { readonly code?: string | undefined; readonly input?: unknown; readonly keys?: unknown },
  what: string,
  form: string,
): string {
  if (issue.code === 'unrecognized_keys' && Array.isArray(issue.keys))
    return `${issue.keys.map((key) => `\`${key}\``).join(', ')} is not known here; correct the name or take it out`;
  if (issue.input === undefined) return `${what} is missing; add it as ${form}`;
  return `${what} must be ${form}`;
}

/** As `namesContact`, for the names and purposes of contacts, some of which are called after their short number. */
export function namesLongNumber(text: Localized): boolean {
  return namesContact(`${text.en} ${text.es}`.replace(/\b(?:911|988)\b/g, ''));
}

/** Whether words of our own hold what must come from the contact table: a number that could be dialled, a link, an address. */
export function namesContact(text: string): boolean {
  return /\d[\d\s().-]*\d\d|https?:|www\.|\b[\w-]+\.(?:gov|org|com|net|edu|mil)\b|@/i.test(text);
}

export const langs: readonly Lang[] = ['en', 'es'];
