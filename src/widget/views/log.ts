import { h } from 'preact';
import type { Options } from '../launcher/options.ts';
import type { Line } from '../panel/line.ts';
import type { PanelActions, PanelState } from '../panel/state.ts';
import type { Words } from '../words/words.ts';
import { Chips } from './chips.ts';
import { ReplyView } from './reply-view.ts';
import { VisitorView } from './visitor-view.ts';

interface LogProps {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly options: Options;
  readonly said: Words;
}

/** The conversation. It scrolls, so it can be focused; the announcer speaks what is new, so it is not live itself. */
export function Log({ state, actions, options, said }: LogProps) {
  const last = state.lines.at(-1);
  return h(
    'div',
    { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': said.log, tabIndex: 0 },
    options.greeting && h('p', { class: 'greeting' }, options.greeting),
    state.lines.map((line) => h(LineView, { key: keyOf(line), line, state, actions, said })),
    state.working && h(Working, { said }),
    last?.who === 'assistant' && last.chips.length > 0 && h(Chips, { chips: last.chips, actions, said }),
  );
}

interface LineProps {
  readonly line: Line;
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly said: Words;
}

function LineView({ line, state, actions, said }: LineProps) {
  if (line.who === 'mark') return h('p', { class: 'line mark' }, said.ended);
  if (line.who === 'visitor') return h(VisitorView, { line, state, actions, said });
  return h(ReplyView, { line, state, actions, said });
}

/** Three dots that appear after a moment: a quick reply shows none. Nothing of it is spoken. */
function Working({ said }: { readonly said: Words }) {
  return h(
    'p',
    { class: 'working', 'aria-hidden': 'true', title: said.working },
    h('i', null),
    h('i', null),
    h('i', null),
  );
}

function keyOf(line: Line): string {
  return line.who === 'visitor' ? line.key : line.id;
}
