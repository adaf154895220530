/** Screens on which the panel takes all the room; the same condition stands in panel.css. */
export const narrow = matchMedia('(max-width: 30em), (max-height: 26em)');
export const touch = matchMedia('(pointer: coarse)');
export const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Tells the style sheet what is left of the screen above an on-screen keyboard, and where it begins. */
export function followKeyboard(frame: HTMLElement): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const measure = () => {
    frame.style.setProperty('--seen-height', `${viewport.height}px`);
    frame.style.setProperty('--seen-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', measure);
  viewport.addEventListener('scroll', measure);
  measure();
}
