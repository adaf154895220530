import type { HelpContact, WidgetFacts } from '../facts.ts';
import type { Lang } from '../words/words.ts';
import { make } from './dom.ts';
import { launcherWords } from './launcher-words.ts';

/** What is shown where the panel itself cannot be loaded: the numbers, and a way to try again. */
export function faultCard(
  lang: Lang,
  facts: WidgetFacts,
  act: { readonly again: () => void; readonly close: () => void },
): HTMLElement {
  const words = launcherWords[lang];
  const again = make('button', { type: 'button' }, words.again);
  again.addEventListener('click', act.again);
  const close = make('button', { type: 'button' }, words.close);
  close.addEventListener('click', act.close);
  const card = make('div', { class: 'fault', role: 'alert', lang });
  if (facts.emergency) card.append(make('p', {}, `${words.danger} `, link(facts.emergency, lang)));
  card.append(make('p', {}, words.fault));
  for (const contact of [facts.tipLine, facts.tipForm]) {
    if (contact) card.append(make('p', {}, `${contact.name[lang]}: `, link(contact, lang)));
  }
  card.append(make('p', {}, again, ' ', close));
  return card;
}

function link(contact: HelpContact, lang: Lang): HTMLAnchorElement {
  return make('a', { href: contact.href, rel: 'noopener noreferrer' }, contact.value[lang]);
}
