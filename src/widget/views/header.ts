import { h } from 'preact';
import type { Options } from '../launcher/options.ts';
import type { PanelActions, PanelState } from '../panel/state.ts';
import type { Words } from '../words/words.ts';
import { Icon } from './icon.ts';

interface HeaderProps {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly options: Options;
  readonly said: Words;
}

/** Title, quick exit, options and close: in the same place in every state. */
export function Header(props: HeaderProps) {
  const { state, actions, options, said } = props;
  return h(
    'div',
    { class: 'header' },
    h('div', { class: 'names' }, h('h2', { id: 'title' }, options.title ?? said.title), h('p', null, said.subtitle)),
    h(
      'div',
      { class: 'tools' },
      options.exit &&
        h(
          'button',
          { type: 'button', class: 'leave', title: said.leaveHint, onClick: actions.leave },
          h(Icon, { name: 'exit' }),
          said.leave,
        ),
      h(
        'button',
        {
          type: 'button',
          class: 'tool menu-button',
          'aria-label': said.menu,
          'aria-expanded': String(state.menuOpen) as 'true' | 'false',
          'aria-controls': 'menu',
          onClick: actions.toggleMenu,
        },
        h(Icon, { name: 'menu' }),
      ),
      options.mode !== 'inline' &&
        h(
          'button',
          { type: 'button', class: 'tool close', 'aria-label': said.close, onClick: actions.close },
          h(Icon, { name: 'close' }),
        ),
    ),
    h(Menu, props),
  );
}

/** A plain list of buttons that unfolds: no menu roles, so that every key does what it does elsewhere. */
function Menu({ state, actions, options, said }: HeaderProps) {
  const other = state.lang === 'en' ? 'es' : 'en';
  return h(
    'ul',
    { id: 'menu', class: 'menu', hidden: !state.menuOpen },
    entry(said.showTimes, actions.toggleTimes, { 'aria-pressed': String(state.times) }),
    entry(said.download, actions.download),
    entry(said.startOver, actions.startOver),
    entry(said.otherLanguage, actions.switchLanguage, { lang: other }),
    options.privacy &&
      h(
        'li',
        null,
        h(
          'a',
          { href: options.privacy, target: '_blank', rel: 'noopener noreferrer' },
          said.privacy,
          h('span', { class: 'hidden' }, ` ${said.newTab}`),
        ),
      ),
  );
}

function entry(label: string, onClick: () => void, attributes: Readonly<Record<string, string>> = {}) {
  return h('li', null, h('button', { type: 'button', onClick, ...attributes }, label));
}
