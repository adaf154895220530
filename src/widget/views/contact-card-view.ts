import { h } from 'preact';
import type { ContactCard, ShownFact } from '../../channels/direct-line/protocol.ts';
import type { Words } from '../words/words.ts';
import { webLink } from './reply-view.ts';

/** A contact: the number large and ready to dial, what few need behind a disclosure. */
export function ContactCardView({ card, said }: { readonly card: ContactCard; readonly said: Words }) {
  return h(
    'section',
    { class: 'card', 'aria-label': card.name },
    h('p', { class: 'name' }, card.name),
    h('p', { class: 'purpose' }, card.purpose),
    card.facts.map((fact) => h(Fact, { key: fact.kind + fact.value, fact, said })),
    card.more.length > 0 &&
      h(
        'details',
        null,
        h('summary', null, card.more.map((fact) => fact.label).join(' · ')),
        card.more.map((fact) => h(Fact, { key: fact.kind + fact.value, fact, said })),
      ),
  );
}

function Fact({ fact, said }: { readonly fact: ShownFact; readonly said: Words }) {
  const { kind, label, value, href } = fact;
  if (kind === 'phone') {
    return h('p', { class: 'number' }, h('span', { class: 'hidden' }, `${label}: `), dialled(href, value));
  }
  if (kind === 'url' && href)
    return h('p', { class: 'fact' }, webLink(href, href.replace(/^https:\/\/|\/$/g, ''), said));
  const words = kind === 'hours' || kind === 'note' || kind === 'cost';
  return h('p', { class: 'fact' }, words ? null : h('span', { class: 'label' }, `${label}: `), dialled(href, value));
}

/** A number to dial or text; anything else is shown as text. It breaks between its two forms, not within one. */
function dialled(href: string | null, value: string) {
  if (!href || !/^(tel|sms):/.test(href)) return value;
  const forms = value.split(/ (?=\()/);
  return h(
    'a',
    { href },
    forms.map((form, index) => [index > 0 && ' ', h('span', { class: 'form', key: form }, form)]),
  );
}
