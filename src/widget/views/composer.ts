import { h } from 'preact';
import type { PanelActions } from '../panel/state.ts';
import type { Words } from '../words/words.ts';
import { Icon } from './icon.ts';

/** The message box. What is typed lives in the page alone until it is sent. */
export function Composer({ actions, said }: { readonly actions: PanelActions; readonly said: Words }) {
  return h(
    'form',
    {
      class: 'composer',
      onSubmit: (event: Event) => {
        event.preventDefault();
        const box = (event.currentTarget as HTMLFormElement).querySelector('textarea');
        if (box) submit(box, actions);
      },
    },
    h('label', { class: 'hidden', for: 'message' }, said.message),
    h('textarea', {
      id: 'message',
      rows: 1,
      placeholder: said.placeholder,
      enterKeyHint: 'send',
      autocomplete: 'off',
      onInput: (event: Event) => grow(event.currentTarget as HTMLTextAreaElement),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        submit(event.currentTarget as HTMLTextAreaElement, actions);
      },
    }),
    h('button', { type: 'submit', class: 'send', 'aria-label': said.send }, h(Icon, { name: 'send' })),
  );
}

function submit(box: HTMLTextAreaElement, actions: PanelActions): void {
  const text = box.value;
  box.value = '';
  grow(box);
  if (text.trim() === '') box.focus();
  else actions.send(text.trim());
}

/** As high as its text, up to the limit that the style sheet sets. */
function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}
