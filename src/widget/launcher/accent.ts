/**
 * Black or white, whichever has the higher WCAG contrast on a colour: at least 4.58 : 1 on any.
 * Source of the formula: WCAG 2.2, "relative luminance" and "contrast ratio".
 * @param rgb red, green and blue, 0 to 255
 */
export function readableOn(rgb: readonly [number, number, number]): 'black' | 'white' {
  const [red, green, blue] = rgb.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? 'white' : 'black';
}

/** Gives the element its accent colour and the text colour that goes with it; an unreadable value changes nothing. */
export function applyAccent(element: HTMLElement, accent: string | null): void {
  if (accent === null || !CSS.supports('color', accent)) return;
  element.style.setProperty('--answerline-accent', accent);
  element.style.color = accent;
  const [red, green, blue] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  element.style.color = '';
  if (red !== undefined && green !== undefined && blue !== undefined) {
    element.style.setProperty('--answerline-on-accent', readableOn([red, green, blue]));
  }
}
