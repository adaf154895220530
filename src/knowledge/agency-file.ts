import { z } from 'zod';
import type { Agency, Localized, Page } from './knowledge.ts';
import { expected, localized, namesContact, words } from './localized.ts';

const flag = (what: string) =>
  z
    .enum(['true', 'false'], { error: `${what} must be true or false` })
    .default('false')
    .transform((value) => value === 'true');

const ids = (what: string) =>
  z.array(words('a contact’s id'), {
    error: `${what} must be a list of contact ids, for example [fbi-tips, emergency]`,
  });

const topic = z.strictObject(
  {
    name: localized('name'),
    say: localized('say').refine(
      (text) => !namesContact(`${text.en} ${text.es}`),
      'numbers and links come from the contacts; take them out of this text',
    ),
    contacts: ids('contacts').min(1, 'name at least one contact'),
    dangerFirst: flag('dangerFirst'),
    offerReport: flag('offerReport'),
  },
  { error: (issue) => expected(issue, 'a topic', 'name, say, contacts, dangerFirst and offerReport') },
);

const questions = z
  .array(words('an example'), { error: 'examples must be a list of questions' })
  .max(3, 'the welcome shows at most three examples');

/** agency.yaml; every key may be missing. */
export const agencySchema = z.strictObject(
  {
    name: localized('name').optional(),
    shortName: localized('shortName').optional(),
    tipLine: words('tipLine').optional(),
    tipForm: words('tipForm').optional(),
    emergency: words('emergency').default('emergency'),
    crisis: words('crisis').default('crisis-988'),
    people: ids('people').default([]),
    topics: z
      .record(z.string().regex(/^[a-z]+([_-][a-z]+)*$/), topic, {
        error: (issue) =>
          issue.code === 'invalid_key'
            ? 'a topic’s id is made of a-z and _; rename it'
            : 'topics must be topics by id, for example `jobs:` and its name, say and contacts below it',
      })
      .default({}),
    examples: z
      .strictObject(
        { en: questions.default([]), es: questions.default([]) },
        { error: (issue) => expected(issue, 'examples', '{ en: [...], es: [...] }') },
      )
      .default({ en: [], es: [] }),
  },
  { error: (issue) => expected(issue, 'agency.yaml', 'lines such as `name: ...` and `tipLine: ...`') },
);

export type AgencyFile = z.infer<typeof agencySchema>;

/** Fills in what agency.yaml leaves out: names come from the pages. */
export function makeAgency(file: AgencyFile, pages: readonly Page[]): Agency {
  const name = file.name ?? nameFromPages(pages);
  return {
    name,
    shortName: file.shortName ?? name,
    tipLine: file.tipLine ?? null,
    tipForm: file.tipForm ?? null,
    emergency: file.emergency,
    crisis: file.crisis,
    people: file.people,
    topics: Object.entries(file.topics).map(([id, given]) => ({ id, ...given })),
    examples: file.examples,
  };
}

function nameFromPages(pages: readonly Page[]): Localized {
  const publisher = pages.find((page) => page.publisher)?.publisher;
  const only = publisher ?? (pages.length === 1 ? pages[0]?.title : undefined);
  return only ? { en: only, es: only } : { en: 'this agency', es: 'esta agencia' };
}
