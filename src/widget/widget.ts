import type { WidgetFacts } from './facts.ts';
import { type AnswerlineApi, listen } from './launcher/api.ts';
import { defineElement } from './launcher/element.ts';
import type { PanelModule } from './launcher/panel-contract.ts';

/** Put in by the bundler: where the panel lies below the bot's address, and the contacts shown when all else fails. */
declare const PANEL_PATH: string;
declare const FACTS: WidgetFacts;

const tag = 'answerline-chat';

/** A browser without these keeps the page's own fallback link. */
function supported(): boolean {
  return (
    'customElements' in window && 'attachShadow' in Element.prototype && 'adoptedStyleSheets' in Document.prototype
  );
}

function start(script: HTMLScriptElement): void {
  const base = new URL('.', script.src).href;
  defineElement({
    base,
    defaults: script.dataset,
    facts: FACTS,
    loadPanel: () => loadModule(base + PANEL_PATH),
  });
  window.Answerline = pageApi();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => place(script));
  else place(script);
  document.dispatchEvent(new CustomEvent('answerline-ready'));
}

let attempts = 0;
/** A module that failed to load is remembered as failed by its address: another try needs another address. */
function loadModule(address: string): Promise<PanelModule> {
  const again = attempts++ === 0 ? '' : `?again=${attempts}`;
  return import(address + again);
}

/** Puts a launcher on a page that has placed no chat itself, and takes the page's fallback away. */
function place(script: HTMLScriptElement): void {
  if (!document.querySelector(tag) && script.dataset.auto !== 'false') {
    const element = document.createElement(tag);
    element.dataset.mode = 'launcher';
    document.body.append(element);
  }
  for (const fallback of document.querySelectorAll<HTMLElement>('[data-answerline-fallback]')) fallback.hidden = true;
}

/** The first widget's methods; what is called before the page has placed its element is done as soon as it has. */
function pageApi(): AnswerlineApi {
  function first(act: (widget: AnswerlineApi) => void): void {
    const widget = document.querySelector<HTMLElement & AnswerlineApi>(tag);
    if (widget) act(widget);
    else document.addEventListener('DOMContentLoaded', () => first(act), { once: true });
  }
  return {
    open: () => first((widget) => widget.open()),
    close: () => first((widget) => widget.close()),
    ask: (text) => first((widget) => widget.ask(text)),
    on: (name, listener) => listen(document, name, listener),
  };
}

// Of two copies of the script the first one serves the page.
const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
if (script instanceof HTMLScriptElement && supported() && !customElements.get(tag)) start(script);
