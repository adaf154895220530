import { z } from 'zod';
import type { AddFault } from './fault.ts';
import { parseYaml, validate } from './yaml-source.ts';

/** The front matter of a page; keys of other tools are left alone. */
export interface FrontMatter {
  readonly title: string;
  readonly url: string | null;
  readonly archive: string | null;
  readonly publisher: string | null;
  readonly reviewed: string | null;
  readonly lang: string;
}

const line = (what: string) => z.string({ error: `${what} must be one line of text` }).transform((text) => text.trim());

const optional = <T>(schema: z.ZodType<T, string>) =>
  z
    .preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())
    .transform((value) => value ?? null);

const link = line('the address').refine(isWebAddress, 'this is no web address; write it whole, starting with https://');

const schema = z.object(
  {
    title: line('a title is missing: it').refine(
      (title) => title !== '',
      'the title is empty; write the title of the page',
    ),
    url: optional(link),
    archive: optional(link),
    publisher: optional(line('the publisher')),
    reviewed: optional(
      line('the date')
        .transform((date) => date.replace(/[T ]\d.*$/, ''))
        .refine(isIsoDate, 'this is no date; write it as year-month-day, for example 2018-01-03'),
    ),
    lang: optional(line('the language').refine(isLanguageTag, 'this is no language tag; write for example en or es')),
  },
  { error: 'the front matter must be lines of the form `title: What We Do`' },
);

/** A page cut at its front matter, which begins on line 2; null where there is none, or it does not end. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } | null {
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!open) return null;
  const close = /^---[ \t]*$/m.exec(text.slice(open[0].length));
  if (!close) return null;
  const end = open[0].length + close.index;
  return { yaml: text.slice(open[0].length, end), body: text.slice(end + close[0].length) };
}

/**
 * Reads the front matter of a page.
 * @param text the YAML between the two `---`
 * @param firstLine line of the file on which that YAML begins
 */
export function readFrontMatter(file: string, text: string, firstLine: number, addFault: AddFault): FrontMatter | null {
  const source = parseYaml(file, text, firstLine, addFault);
  const found = source && validate(file, source, schema, addFault);
  return found && { ...found, lang: found.lang ?? 'en' };
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is a complete http(s) address without a password in it. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '';
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
