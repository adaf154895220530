import type { Lang } from '../words/words.ts';
import type { Line } from './line.ts';

/** Why not everything works at the moment, as the notice says it. */
export type Notice =
  | { readonly kind: 'offline' | 'unreachable' | 'fault' | 'slow' }
  | { readonly kind: 'busy'; readonly seconds: number };

/** All that the panel shows; drawn anew whenever it changes. */
export interface PanelState {
  readonly lang: Lang;
  readonly lines: readonly Line[];
  /** A reply is on its way. */
  readonly working: boolean;
  readonly notice: Notice | null;
  readonly menuOpen: boolean;
  readonly times: boolean;
  /** Id of the reply whose text was copied last. */
  readonly copied: string | null;
}

/** What a visitor can do. */
export interface PanelActions {
  send(text: string, shown?: string): void;
  retry(key: string): void;
  rate(id: string, rating: 'up' | 'down'): void;
  copy(id: string): void;
  close(): void;
  toggleMenu(): void;
  toggleTimes(): void;
  switchLanguage(): void;
  download(): void;
  startOver(): void;
  leave(): void;
}
