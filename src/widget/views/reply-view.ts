import { h } from 'preact';
import type { Reply, Source } from '../../channels/direct-line/protocol.ts';
import type { ReplyLine } from '../panel/line.ts';
import type { PanelActions, PanelState } from '../panel/state.ts';
import type { Words } from '../words/words.ts';
import { ContactCardView } from './contact-card-view.ts';
import { Icon } from './icon.ts';
import { TimeOfLine } from './time-of-line.ts';

interface ReplyProps {
  readonly line: ReplyLine;
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly said: Words;
}

/** A reply in the order it is read. Everything in it becomes a text node: no markup of any message is ever parsed. */
export function ReplyView({ line, state, actions, said }: ReplyProps) {
  const { reply } = line;
  return h(
    'div',
    { class: `line assistant ${reply?.kind ?? 'plain'}`, lang: reply?.lang },
    h('span', { class: 'hidden' }, `${said.assistant}: `),
    reply ? parts(line, said) : paragraphs(line.text.split(/\n+/)),
    h(TimeOfLine, { at: line.at, state }),
    (reply?.feedback || reply?.kind === 'answer') && h(Tools, { line, state, actions, said }),
  );
}

function parts({ reply }: ReplyLine, said: Words) {
  if (!reply) return null;
  return [
    paragraphs(reply.before),
    reply.passages.length > 0 &&
      h('blockquote', { lang: languageOfPage(reply) }, paragraphs(reply.passages.map((passage) => passage.text))),
    reply.sources.map((source) => h(SourceLine, { key: source.section, source, said })),
    reply.contacts.map((card) => h(ContactCardView, { key: card.id, card, said })),
    paragraphs(reply.after),
  ];
}

/** The page's words stay in the page's language, whatever the visitor's: the browser's voice is told so. */
function languageOfPage({ passages, sources }: Reply): string | undefined {
  return sources.find((source) => source.section === passages[0]?.section)?.lang;
}

function paragraphs(texts: readonly string[]) {
  return texts.map((text, index) => h('p', { key: index }, text));
}

function SourceLine({ source, said }: { readonly source: Source; readonly said: Words }) {
  const label = source.url ? webLink(source.url, source.label, said) : source.label;
  return h(
    'p',
    { class: 'source' },
    h(Icon, { name: 'source' }),
    h('span', null, h('span', { class: 'hidden' }, `${said.source}: `), label),
  );
}

/** A link that opens in another tab; anything but a web address is shown as text. */
export function webLink(href: string, text: string, said: Words) {
  if (!/^https?:\/\//.test(href)) return text;
  const hint = h('span', { class: 'hidden' }, ` ${said.newTab}`);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text, hint);
}

/** Thumbs and copy, under what may be judged. */
function Tools({ line, state, actions, said }: ReplyProps) {
  const thumb = (rating: 'up' | 'down', label: string) =>
    h(
      'button',
      {
        type: 'button',
        'aria-label': label,
        title: label,
        'aria-pressed': String(line.rated === rating) as 'true' | 'false',
        onClick: () => line.rated === null && actions.rate(line.id, rating),
      },
      h(Icon, { name: rating }),
    );
  return h(
    'div',
    { class: 'under' },
    line.reply?.feedback && thumb('up', said.helpful),
    line.reply?.feedback && thumb('down', said.notHelpful),
    'clipboard' in navigator &&
      h(
        'button',
        { type: 'button', 'aria-label': said.copy, title: said.copy, onClick: () => actions.copy(line.id) },
        h(Icon, { name: 'copy' }),
      ),
    h('span', { class: 'done' }, state.copied === line.id ? said.copied : line.rated ? said.thanks : ''),
  );
}
