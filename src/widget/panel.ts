import { h, render } from 'preact';
import { adopt, make } from './launcher/dom.ts';
import type { Panel, PanelHost } from './launcher/panel-contract.ts';
import { createAnnouncer } from './panel/announcer.ts';
import { conversationText, saveText } from './panel/download.ts';
import { keepTabInside } from './panel/keyboard.ts';
import { replyText } from './panel/reply-text.ts';
import { followKeyboard, narrow, touch } from './panel/screen.ts';
import { scrollToNewest } from './panel/scroll.ts';
import { createSession } from './panel/session.ts';
import type { PanelActions, PanelState } from './panel/state.ts';
import panelCss from './style/panel.css' with { type: 'text' };
import replyCss from './style/reply.css' with { type: 'text' };
import { PanelView } from './views/panel-view.ts';
import { words } from './words/words.ts';

/** Draws the panel into the launcher's frame and brings it to life. */
export function createPanel(host: PanelHost): Panel {
  const { shadow, frame } = host;
  adopt(shadow, panelCss + replyCss);
  const body = make('div', { class: 'body' });
  const region = make('div', { class: 'hidden', 'aria-live': 'polite' });
  frame.replaceChildren(body, region);

  let state: PanelState = {
    lang: host.options().lang,
    lines: [],
    working: false,
    notice: null,
    menuOpen: false,
    times: false,
    copied: null,
  };
  let chosenByPage = state.lang;

  const find = (selector: string) => frame.querySelector<HTMLElement>(selector);
  const announce = createAnnouncer(region);
  const session = createSession(host, { state: () => state, update, announce });

  function update(change: Partial<PanelState>): void {
    const longer = change.lines && change.lines.length > state.lines.length;
    state = { ...state, ...change };
    draw();
    const log = longer && find('.log');
    if (log) scrollToNewest(log);
  }

  function draw(): void {
    frame.lang = state.lang;
    render(h(PanelView, { state, actions, options: host.options(), facts: host.facts }), body);
  }

  /** On touch screens the message box would bring up the keyboard, over what is to be read. */
  function focusInside(): void {
    find(touch.matches ? '.log' : 'textarea')?.focus({ preventScroll: true });
  }

  const actions: PanelActions = {
    send: (text, shown) => {
      session.send(text, shown);
      focusInside();
    },
    retry: session.retry,
    rate: session.rate,
    copy: (id) => {
      const line = state.lines.find((candidate) => candidate.who === 'assistant' && candidate.id === id);
      if (line?.who !== 'assistant') return;
      void navigator.clipboard.writeText(replyText(line)).then(
        () => {
          update({ copied: id });
          announce(words[state.lang].copied);
        },
        () => undefined,
      );
    },
    close: host.close,
    toggleMenu: () => update({ menuOpen: !state.menuOpen }),
    toggleTimes: () => update({ times: !state.times }),
    switchLanguage: () => {
      update({ lang: state.lang === 'en' ? 'es' : 'en', menuOpen: false });
      find('.menu-button')?.focus();
    },
    download: () => {
      const said = words[state.lang];
      saveText(said.fileName, conversationText(state.lines, said, state.lang, new Date()));
    },
    startOver: () => {
      session.startOver();
      focusInside();
    },
    leave: () => {
      session.clear();
      host.close();
      location.replace(host.options().exit ?? 'about:blank');
    },
  };

  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (!state.menuOpen) return host.close();
    update({ menuOpen: false });
    find('.menu-button')?.focus();
  });
  const inline = () => host.options().mode === 'inline';
  keepTabInside(frame, () => !inline() && narrow.matches);
  followKeyboard(frame);

  let shown = false;
  document.addEventListener('visibilitychange', () => {
    if (shown && document.visibilityState === 'visible') session.wake();
    else session.sleep();
  });
  draw();

  return {
    opened: (focus) => {
      shown = true;
      session.start();
      if (focus) focusInside();
    },
    closed: () => {
      shown = false;
      session.sleep();
    },
    ask: (text) => session.send(text),
    optionsChanged: () => {
      const { lang } = host.options();
      if (lang !== chosenByPage) update({ lang });
      else draw();
      chosenByPage = lang;
    },
  };
}
