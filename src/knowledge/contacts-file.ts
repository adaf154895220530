import { z } from 'zod';
import { isIsoDate } from './front-matter.ts';
import type { Contact, ContactFact, FactKind } from './knowledge.ts';
import { expected, localized, namesLongNumber, words } from './localized.ts';
import { dial } from './phone-number.ts';

const kinds = [
  'phone',
  'abroad',
  'tty',
  'text',
  'url',
  'hours',
  'languages',
  'cost',
  'note',
] as const satisfies readonly FactKind[];

const factShape = z.strictObject(
  {
    phone: words('the number').optional(),
    abroad: words('the number').optional(),
    tty: words('the number').optional(),
    text: words('the number').optional(),
    url: words('the address').optional(),
    hours: localized('hours').optional(),
    languages: localized('languages').optional(),
    cost: localized('cost').optional(),
    note: localized('note').optional(),
    source: words('source (where the fact was read)'),
    checked: words('checked (the day it was read)').refine(isIsoDate, 'this is no date; write it as 2026-11-24'),
    confidence: z.enum(['H', 'M'], {
      error: 'confidence must be H (seen on the organisation’s own host) or M (old, or third parties only)',
    }),
  },
  { error: (issue) => expected(issue, 'a fact', 'a kind and its value, source, checked and confidence') },
);

const fact = factShape.transform((given, context): ContactFact => {
  const { source, checked, confidence } = given;
  const kind = kinds.find((name) => given[name] !== undefined);
  if (!kind || kinds.filter((name) => given[name] !== undefined).length > 1) {
    context.addIssue({ code: 'custom', message: `a fact has exactly one of ${kinds.join(', ')}; split it or add one` });
    return z.NEVER;
  }
  const shown = given[kind] ?? '';
  if (typeof shown !== 'string') return { kind, value: shown, href: null, source, checked, confidence };
  const link = linkOf(kind, shown);
  if ('href' in link) return { kind, value: { en: shown, es: shown }, href: link.href, source, checked, confidence };
  context.addIssue({ code: 'custom', path: [kind], message: link.fault });
  return z.NEVER;
});

function linkOf(kind: FactKind, shown: string): { readonly href: string } | { readonly fault: string } {
  if (kind !== 'url') return dial(shown, kind === 'text' ? 'sms' : 'tel');
  if (/^https:\/\/[^\s@]+$/.test(shown) && URL.canParse(shown)) return { href: shown };
  return { fault: `\`${shown}\` is no address to show; write it whole, starting with https://` };
}

const noContact = 'numbers and links belong into the facts, each with its source; take them out here';

const contact = z.strictObject(
  {
    name: localized('name').refine((text) => !namesLongNumber(text), noContact),
    purpose: localized('purpose (one line: what it is for)').refine((text) => !namesLongNumber(text), noContact),
    facts: z.array(fact, { error: 'facts must be a list, one `- ` for each fact' }).default([]),
  },
  { error: (issue) => expected(issue, 'a contact', 'a name, a purpose and facts') },
);

/** contacts.yaml: contact id to contact. */
export const contactsSchema = z
  .record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), contact, {
    error: (issue) =>
      issue.code === 'invalid_key'
        ? 'a contact’s id is made of a-z, 0-9 and -; rename it'
        : 'contacts.yaml must hold contacts by id, for example `tip-line:` and its name, purpose and facts below it',
  })
  .transform(
    (contacts) => new Map<string, Contact>(Object.entries(contacts).map(([id, value]) => [id, { id, ...value }])),
  );
