import { english } from './en.ts';
import { spanish } from './es.ts';

export type Lang = 'en' | 'es';

/** Every label and notice of the panel's own. What the assistant says comes from the server, in its replies. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly close: string;
  readonly menu: string;
  readonly showTimes: string;
  readonly download: string;
  readonly startOver: string;
  readonly privacy: string;
  /** Name of the other language, in that language. */
  readonly otherLanguage: string;
  readonly leave: string;
  readonly leaveHint: string;
  readonly danger: string;
  readonly contacts: string;
  readonly log: string;
  readonly you: string;
  readonly assistant: string;
  readonly working: string;
  readonly suggestions: string;
  readonly source: string;
  readonly newTab: string;
  readonly copy: string;
  readonly copied: string;
  readonly helpful: string;
  readonly notHelpful: string;
  readonly thanks: string;
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly waiting: string;
  readonly failed: string;
  readonly again: string;
  readonly notKept: string;
  readonly ended: string;
  readonly cleared: string;
  readonly offline: string;
  readonly unreachable: string;
  readonly fault: string;
  readonly busy: (seconds: number) => string;
  readonly slow: string;
  readonly tooLong: string;
  readonly refused: string;
  readonly fileName: string;
  readonly downloadHead: (when: string) => string;
  readonly suggestionCount: (count: number) => string;
}

export const words: Readonly<Record<Lang, Words>> = { en: english, es: spanish };
