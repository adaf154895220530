import { h } from 'preact';
import type { PanelState } from '../panel/state.ts';

/** When a line was written: shown on demand. */
export function TimeOfLine({ at, state }: { readonly at: number; readonly state: PanelState }) {
  if (!state.times) return null;
  const shown = new Intl.DateTimeFormat(state.lang, { timeStyle: 'short' }).format(at);
  return h('time', { dateTime: new Date(at).toISOString() }, shown);
}
