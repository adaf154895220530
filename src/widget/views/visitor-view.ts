import { h } from 'preact';
import type { VisitorLine } from '../panel/line.ts';
import type { PanelActions, PanelState } from '../panel/state.ts';
import type { Words } from '../words/words.ts';
import { TimeOfLine } from './time-of-line.ts';

interface VisitorProps {
  readonly line: VisitorLine;
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly said: Words;
}

/** What the visitor wrote, and whether it has gone out. */
export function VisitorView({ line, state, actions, said }: VisitorProps) {
  return h(
    'div',
    { class: 'line visitor' },
    h('span', { class: 'hidden' }, `${said.you}: `),
    h('p', { class: line.text === null ? 'words unkept' : 'words' }, line.text ?? said.notKept),
    h(TimeOfLine, { at: line.at, state }),
    line.status === 'sending' &&
      state.notice &&
      state.notice.kind !== 'slow' &&
      h('p', { class: 'state' }, said.waiting),
    line.status === 'failed' && h(Failed, { line, actions, said }),
  );
}

function Failed({ line, actions, said }: Omit<VisitorProps, 'state'>) {
  const why = line.problem === 'tooLong' || line.problem === 'refused' ? said[line.problem] : said.failed;
  return h(
    'p',
    { class: 'state failed' },
    `${why} `,
    line.problem === 'unreachable' &&
      h('button', { type: 'button', class: 'plain', onClick: () => actions.retry(line.key) }, said.again),
  );
}
