import { h } from 'preact';
import type { WidgetFacts } from '../facts.ts';
import type { Notice } from '../panel/state.ts';
import type { Lang, Words } from '../words/words.ts';
import { ContactList } from './help-bar.ts';
import { Icon } from './icon.ts';

interface NoticeProps {
  readonly notice: Notice;
  readonly facts: WidgetFacts;
  readonly lang: Lang;
  readonly said: Words;
}

/** What is wrong at the moment, in words; and who can be reached while it lasts. It is spoken by the announcer. */
export function NoticeView({ notice, facts, lang, said }: NoticeProps) {
  const contacts = [facts.emergency, facts.tipLine, facts.tipForm].filter((contact) => contact !== null);
  return h(
    'div',
    { class: 'notice' },
    h(
      'p',
      null,
      h(Icon, { name: 'alert' }),
      h('span', null, notice.kind === 'busy' ? said.busy(notice.seconds) : said[notice.kind]),
    ),
    notice.kind !== 'slow' && h(ContactList, { contacts, lang, said }),
  );
}
