import type { Attachment } from 'botframework-schema';
import { z } from 'zod';
import type { IncomingActivity } from '../../bot/incoming-activity.ts';
import type { InvokeHandlers, InvokeResult } from '../../bot/invoke.ts';
import type { Lang, Section } from '../../knowledge/knowledge.ts';
import { type SectionCardParts, sectionAttachment } from './section-card.ts';

export interface SearchParts extends SectionCardParts {
  /** Sections that fit some words, best first. */
  readonly searchSections: (
    words: string,
    options: { readonly lang: Lang; readonly limit: number },
  ) => readonly Section[];
}

/** Command of the app manifest's message extension. */
export const searchCommand = { id: 'searchSections', parameter: 'words' } as const;

/** Results a page; Teams asks for 25 at a time. */
const pageSize = 25;
/** Longest words searched for, in characters; as for messages. */
const longestWords = 1000;

const querySchema = z.looseObject({
  commandId: z.literal(searchCommand.id),
  parameters: z
    .array(z.looseObject({ name: z.string(), value: z.unknown() }))
    .max(5)
    .default([]),
  queryOptions: z
    .looseObject({ skip: z.int().min(0).max(10_000).default(0), count: z.int().min(1).max(pageSize).default(pageSize) })
    .default({ skip: 0, count: pageSize }),
});
const selectSchema = z.looseObject({ section: z.string().min(1).max(1000) });
const linkSchema = z.looseObject({ url: z.string().max(4000) });

/** Search in Teams' compose box over the knowledge, and a page's card where its address is pasted. */
export function createSearchExtension(parts: SearchParts): InvokeHandlers {
  const link = (activity: IncomingActivity) => answerLink(activity, parts);
  return new Map([
    ['composeExtension/query', (activity) => answerQuery(activity, parts)],
    ['composeExtension/selectItem', (activity) => answerSelect(activity, parts)],
    ['composeExtension/queryLink', link],
    ['composeExtension/anonymousQueryLink', link],
  ]);
}

function answerQuery(activity: IncomingActivity, parts: SearchParts): InvokeResult {
  const query = querySchema.safeParse(activity.value);
  if (!query.success) return { status: 400 };
  const { skip, count } = query.data.queryOptions;
  const lang = langOf(activity);
  const words = wordsOf(query.data.parameters);
  const sections =
    words === '' ? [...parts.knowledge().sections.values()] : searchFor(words, lang, skip + count, parts);
  const page = sections.slice(skip, skip + count);
  if (page.length > 0) return results(page.map((section) => sectionAttachment(section, lang, parts)));
  return {
    status: 200,
    body: { composeExtension: { type: 'message', text: parts.wording[lang]('teams.nothingFound') } },
  };
}

function searchFor(words: string, lang: Lang, limit: number, parts: SearchParts): readonly Section[] {
  return parts.searchSections(words.slice(0, longestWords).toWellFormed(), { lang, limit });
}

/** A section picked from the list: Teams sends back what the item's `tap` carried. */
function answerSelect(activity: IncomingActivity, parts: SearchParts): InvokeResult {
  const selected = selectSchema.safeParse(activity.value);
  const section = selected.success ? parts.knowledge().sections.get(selected.data.section) : undefined;
  if (!section) return { status: 400 };
  return results([sectionAttachment(section, langOf(activity), parts)]);
}

function answerLink(activity: IncomingActivity, parts: SearchParts): InvokeResult {
  const linked = linkSchema.safeParse(activity.value);
  if (!linked.success) return { status: 400 };
  const wanted = withoutFragment(linked.data.url);
  const page = parts
    .knowledge()
    .pages.find(({ url, archive }) =>
      [url, archive].some((address) => address !== null && withoutFragment(address) === wanted),
    );
  const section = page?.sections[0];
  return results(section ? [sectionAttachment(section, langOf(activity), parts)] : []);
}

function results(attachments: readonly Attachment[]): InvokeResult {
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

/** Empty when the box was just opened (`initialRun`): all sections are listed. */
function wordsOf(parameters: readonly { readonly name: string; readonly value?: unknown }[]): string {
  const value = parameters.find(({ name }) => name === searchCommand.parameter)?.value;
  return typeof value === 'string' ? value.trim() : '';
}

function langOf({ locale }: IncomingActivity): Lang {
  return locale?.toLowerCase().startsWith('es') ? 'es' : 'en';
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '').replace(/\/$/, '');
}
