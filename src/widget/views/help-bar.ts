import { h } from 'preact';
import type { HelpContact, WidgetFacts } from '../facts.ts';
import type { Lang, Words } from '../words/words.ts';

interface HelpProps {
  readonly facts: WidgetFacts;
  readonly lang: Lang;
  readonly said: Words;
}

/** 911 always, the other contacts one press away: in the same place in every state (WCAG 2.2, 3.2.6). */
export function HelpBar({ facts, lang, said }: HelpProps) {
  const others = [facts.tipLine, facts.tipForm, facts.crisis].filter((contact) => contact !== null);
  return h(
    'div',
    { class: 'help' },
    facts.emergency && h('p', null, `${said.danger} `, h(ContactLink, { contact: facts.emergency, lang, said })),
    others.length > 0 &&
      h('details', null, h('summary', null, said.contacts), h(ContactList, { contacts: others, lang, said })),
  );
}

interface ListProps {
  readonly contacts: readonly HelpContact[];
  readonly lang: Lang;
  readonly said: Words;
}

/** Names and numbers, one a line. */
export function ContactList({ contacts, lang, said }: ListProps) {
  return h(
    'ul',
    { class: 'contacts' },
    contacts.map((contact) =>
      h(
        'li',
        { key: contact.href },
        /^https?:/.test(contact.href) ? null : `${contact.name[lang]}: `,
        h(ContactLink, { contact, lang, said }),
      ),
    ),
  );
}

function ContactLink({
  contact,
  lang,
  said,
}: {
  readonly contact: HelpContact;
  readonly lang: Lang;
  readonly said: Words;
}) {
  if (!/^https?:/.test(contact.href)) return h('a', { href: contact.href }, contact.value[lang]);
  return h(
    'a',
    { href: contact.href, target: '_blank', rel: 'noopener noreferrer' },
    contact.name[lang],
    h('span', { class: 'hidden' }, ` ${said.newTab}`),
  );
}
