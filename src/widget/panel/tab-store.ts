import type { Conversation } from '../wire/conversation.ts';
import type { Lang } from '../words/words.ts';
import type { Line } from './line.ts';

/** What a tab remembers between its pages. */
export interface Remembered {
  /** Null: ended; the lines stay readable. */
  readonly conversation: Conversation | null;
  readonly lines: readonly Line[];
  readonly lang: Lang;
}

/** Changes with the shape of what is stored: an older tab's is then left alone. */
const version = 1;

/** sessionStorage alone: gone with the tab, never sent anywhere. Where it is blocked, nothing is remembered. */
export function createTabStore(base: string) {
  const name = `answerline:${version}:${base}`;

  function read(): Remembered | null {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
      return isRemembered(stored) ? stored : null;
    } catch {
      return null;
    }
  }

  function write(remembered: Remembered | null): void {
    try {
      if (remembered) sessionStorage.setItem(name, JSON.stringify(remembered));
      else sessionStorage.removeItem(name);
    } catch {
      // Full or forbidden: the conversation then lives as long as the page.
    }
  }

  return { read, write };
}

function isRemembered(value: unknown): value is Remembered {
  return (
    typeof value === 'object' && value !== null && 'lines' in value && Array.isArray(value.lines) && 'lang' in value
  );
}
