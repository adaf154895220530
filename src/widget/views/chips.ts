import { h } from 'preact';
import type { Chip } from '../panel/line.ts';
import type { PanelActions } from '../panel/state.ts';
import type { Words } from '../words/words.ts';

/** What could be said next; pressed, a chip is sent as if it had been typed. */
export function Chips(props: {
  readonly chips: readonly Chip[];
  readonly actions: PanelActions;
  readonly said: Words;
}) {
  const { chips, actions, said } = props;
  return h(
    'ul',
    { class: 'chips', 'aria-label': said.suggestions },
    chips.map(({ label, value }) =>
      h('li', { key: label }, h('button', { type: 'button', onClick: () => actions.send(value, label) }, label)),
    ),
  );
}
