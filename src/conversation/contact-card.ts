import type { Contact, ContactFact, Lang } from '../knowledge/knowledge.ts';
import type { ContactCard, ShownFact } from './reply.ts';
import type { Say } from './wording.ts';

type FactKind = ContactFact['kind'];

/** Facts that few need stand behind a disclosure or chip. */
const onRequest: ReadonlySet<FactKind> = new Set(['abroad', 'tty']);

/**
 * A contact as a card in the visitor's language: only what the contact table says.
 * @param first kinds asked for: shown at once, before the others
 */
export function contactCard(contact: Contact, lang: Lang, say: Say, first: readonly FactKind[] = []): ContactCard {
  const asked = contact.facts.filter((fact) => first.includes(fact.kind));
  const others = contact.facts.filter((fact) => !first.includes(fact.kind));
  const show = (fact: ContactFact): ShownFact => ({
    kind: fact.kind,
    label: say(`contact.${fact.kind}`),
    value: fact.value[lang],
    href: fact.href,
  });
  return {
    id: contact.id,
    name: contact.name[lang],
    purpose: contact.purpose[lang],
    facts: [...asked, ...others.filter((fact) => !onRequest.has(fact.kind))].map(show),
    more: others.filter((fact) => onRequest.has(fact.kind)).map(show),
  };
}

/** The number to call (or, where there is none, the address to open); null for a contact of words only. */
export function mainAddress(contact: Contact, lang: Lang): string | null {
  const fact = contact.facts.find(({ kind }) => kind === 'phone') ?? contact.facts.find(({ kind }) => kind === 'url');
  return fact?.value[lang] ?? null;
}
