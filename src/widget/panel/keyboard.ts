/** Elements that the Tab key reaches. */
const reachable = 'a[href], button:not([hidden]), textarea, summary, [tabindex="0"]';

/**
 * Keeps the Tab key inside a panel that covers the whole screen: what lies behind it cannot be seen.
 * @param covering whether it does so now
 */
export function keepTabInside(frame: HTMLElement, covering: () => boolean): void {
  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || !covering()) return;
    const stops = [...frame.querySelectorAll<HTMLElement>(reachable)].filter(
      (stop) => stop.checkVisibility?.() ?? true,
    );
    const [first, last] = [stops[0], stops.at(-1)];
    const at = (frame.getRootNode() as ShadowRoot).activeElement;
    const leaves = event.shiftKey ? at === first : at === last;
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  });
}
