import type { Lang } from '../words/words.ts';

/** What a page may set, by `data-` attributes on the script or on the element (the element's own win). */
export interface Options {
  readonly lang: Lang;
  readonly title: string | null;
  readonly label: string | null;
  readonly greeting: string | null;
  readonly privacy: string | null;
  /** Where the quick exit leads; null: no such button. */
  readonly exit: string | null;
  readonly position: 'left' | 'right';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Any CSS colour; text upon it is black or white, whichever reads better. */
  readonly accent: string | null;
  readonly mode: 'launcher' | 'inline';
}

/** Reads the options of an element; `defaults` are the script's attributes. */
export function readOptions(element: HTMLElement, defaults: DOMStringMap): Options {
  const read = (name: string) => element.dataset[name] ?? defaults[name] ?? null;
  const theme = read('theme');
  const lang = read('lang') ?? (element.lang || element.closest('[lang]')?.getAttribute('lang') || navigator.language);
  return {
    lang: /^es\b/i.test(lang) ? 'es' : 'en',
    title: read('title'),
    label: read('label'),
    greeting: read('greeting'),
    privacy: webAddress(read('privacy')),
    exit: webAddress(read('exit')),
    position: read('position') === 'left' ? 'left' : 'right',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    accent: read('accent'),
    mode: element.dataset.mode === 'launcher' ? 'launcher' : 'inline',
  };
}

/** An absolute http(s) address, or null: an attribute must not be able to carry a script. */
function webAddress(text: string | null): string | null {
  if (text === null) return null;
  try {
    const url = new URL(text, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
