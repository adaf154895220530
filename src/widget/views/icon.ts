import { h } from 'preact';

/** Outlines on a grid of 24; drawn in the colour of the text around them. */
const shapes = {
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  send: 'M4 12h15M13 6l6 6-6 6',
  exit: 'M14 4h5v16h-5M4 12h10M10 8l4 4-4 4',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  up: 'M7 11v9H4v-9zM7 11l4-8c2 0 3 1 3 3l-1 4h6l1 2-2 7-1 1H7',
  down: 'M7 13V4H4v9zM7 13l4 8c2 0 3-1 3-3l-1-4h6l1-2-2-7-1-1H7',
  source: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h6M9 17h6',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1C10.700 19.500 4.500 13.300 4 5a1 1 0 0 1 1-1z',
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
} as const;

export function Icon({ name }: { readonly name: keyof typeof shapes }) {
  return h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' }, h('path', { d: shapes[name] }));
}
