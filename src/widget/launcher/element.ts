import type { WidgetFacts } from '../facts.ts';
import launcherCss from '../style/launcher.css' with { type: 'text' };
import { applyAccent } from './accent.ts';
import { type AnswerlineApi, listen } from './api.ts';
import { adopt, make } from './dom.ts';
import { faultCard } from './fault-card.ts';
import { chatIcon } from './icon.ts';
import { launcherWords } from './launcher-words.ts';
import { type Options, readOptions } from './options.ts';
import type { Panel, PanelModule, WidgetEvent, WidgetEvents } from './panel-contract.ts';

/** What the script knows and every element on the page shares. */
export interface LauncherContext {
  /** The bot's address, ending in a slash. */
  readonly base: string;
  /** The script's `data-` attributes. */
  readonly defaults: DOMStringMap;
  readonly facts: WidgetFacts;
  loadPanel(): Promise<PanelModule>;
}

/** Defines `<answerline-chat>`. A custom element has to be a class; all it does is wire functions together. */
export function defineElement(context: LauncherContext): void {
  class AnswerlineChat extends HTMLElement implements AnswerlineApi {
    static readonly observedAttributes = ['data-lang', 'data-theme', 'data-title', 'data-greeting', 'data-accent'];
    #widget: ReturnType<typeof launch> | null = null;

    connectedCallback() {
      this.#widget ??= launch(this, context);
    }
    attributeChangedCallback() {
      this.#widget?.refresh();
    }
    open() {
      void this.#widget?.open();
    }
    close() {
      this.#widget?.close();
    }
    ask(text: string) {
      void this.#widget?.open().then((panel) => panel?.ask(text));
    }
    on<Name extends WidgetEvent>(name: Name, listener: (detail: WidgetEvents[Name]) => void) {
      return listen(this, name, listener);
    }
  }
  customElements.define('answerline-chat', AnswerlineChat);
}

function launch(element: HTMLElement, context: LauncherContext) {
  const shadow = element.attachShadow({ mode: 'open' });
  adopt(shadow, launcherCss);
  let options = readOptions(element, context.defaults);
  const label = make('span', {});
  const button = make('button', { type: 'button', class: 'launcher', part: 'launcher', 'aria-expanded': 'false' });
  button.append(chatIcon(), label);
  const frame = make('div', { class: 'frame', part: 'panel', hidden: '' });
  shadow.append(button, frame);

  let panel: Panel | null = null;
  let loading: Promise<Panel | null> | null = null;
  let opened = false;

  function emit<Name extends WidgetEvent>(name: Name, detail: WidgetEvents[Name]): void {
    element.dispatchEvent(new CustomEvent(`answerline-${name}`, { detail, bubbles: true }));
  }

  function refresh(): void {
    options = readOptions(element, context.defaults);
    for (const [name, value] of Object.entries(shown(options))) element.toggleAttribute(name, value);
    element.setAttribute('data-at', options.position);
    label.textContent = options.label ?? launcherWords[options.lang].ask;
    button.lang = options.lang;
    button.hidden = options.mode === 'inline';
    applyAccent(element, options.accent);
    panel?.optionsChanged();
  }

  async function load(): Promise<Panel | null> {
    button.setAttribute('aria-busy', 'true');
    try {
      const { createPanel } = await context.loadPanel();
      panel = createPanel({
        shadow,
        frame,
        base: context.base,
        facts: context.facts,
        options: () => options,
        close,
        emit,
      });
    } catch {
      // The next press tries again; until then the numbers are shown.
      loading = null;
      frame.replaceChildren(faultCard(options.lang, context.facts, { again: () => void open(), close }));
      frame.querySelector('button')?.focus();
    }
    button.removeAttribute('aria-busy');
    return panel;
  }

  async function open(focus = true): Promise<Panel | null> {
    const before = opened;
    opened = true;
    frame.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    loading ??= load();
    const ready = await loading;
    if (opened && ready) ready.opened(focus);
    if (!before) emit('open', {});
    return ready;
  }

  function close(): void {
    if (!opened || options.mode === 'inline') return;
    opened = false;
    const inside = shadow.activeElement !== null;
    frame.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    panel?.closed();
    if (inside) button.focus();
    emit('close', {});
  }

  button.addEventListener('click', () => (opened ? close() : void open()));
  refresh();
  if (options.mode === 'inline') whenSeen(element, () => void open(false));
  return { open, close, refresh };
}

/** Boolean attributes that the style sheets read. */
function shown(options: Options): Readonly<Record<string, boolean>> {
  return {
    'data-dark': options.theme === 'dark',
    'data-light': options.theme === 'light',
    'data-inline': options.mode === 'inline',
  };
}

/** An inline chat further down a page loads nothing until it comes into view. */
function whenSeen(element: Element, then: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    then();
  });
  observer.observe(element);
}
