import type { Contact, Knowledge, Localized } from '../knowledge/knowledge.ts';
import type { HelpContact, WidgetFacts } from '../widget/facts.ts';

/**
 * The few contacts that the widget must be able to show when the server cannot be reached: they are bundled into it.
 * All of them come from the contact table.
 */
export function widgetFacts(knowledge: Knowledge): WidgetFacts {
  const { agency, contacts } = knowledge;
  const find = (id: string | null) => (id === null ? undefined : contacts.get(id));
  const emergency = find(agency.emergency);
  const crisis = find(agency.crisis);
  const tipLine = find(agency.tipLine);
  const tipForm = find(agency.tipForm);
  return {
    emergency: emergency ? helpContact(emergency, 'phone') : null,
    crisis: crisis ? helpContact(crisis, 'phone') : null,
    tipLine: tipLine ? helpContact(tipLine, 'phone') : null,
    tipForm: tipForm ? helpContact(tipForm, 'url') : null,
  };
}

function helpContact(contact: Contact, kind: 'phone' | 'url'): HelpContact | null {
  const fact = contact.facts.find((candidate) => candidate.kind === kind && candidate.href !== null);
  if (!fact) return null;
  return { name: both(contact.name), value: both(fact.value), href: fact.href! };
}

const both = ({ en, es }: Localized): Localized => ({ en, es });
