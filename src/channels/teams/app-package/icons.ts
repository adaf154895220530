import { PNG } from 'pngjs';

/** A colour with its opacity, each 0 to 255. */
type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** Inside is negative; in units of the icon's side. */
type Shape = (x: number, y: number) => number;

const white: Pixel = [255, 255, 255, 255];

/**
 * The colour icon: 192 by 192, a white speech bubble with a quotation's two lines on the accent colour, opaque, the
 * symbol within the middle 120 pixels as Teams asks (it rounds the corners itself).
 */
export function drawColorIcon(accentColor: string): Buffer {
  const accent = parseColor(accentColor);
  const size = 120 / 192;
  return draw(192, (x, y) => {
    const [u, v] = [(x - 0.5) / size + 0.5, (y - 0.5) / size + 0.5];
    const inBubble = cover(bubble(u, v) * size, 192);
    const inLines = cover(lines(u, v) * size, 192);
    return mix(mix(accent, white, inBubble), accent, inLines);
  });
}

/** The outline icon: 32 by 32, white lines on a transparent ground. */
export function drawOutlineIcon(): Buffer {
  const stroke = 0.06;
  return draw(32, (x, y) => {
    const [u, v] = [(x - 0.5) / 0.92 + 0.5, (y - 0.5) / 0.92 + 0.5];
    const outline = Math.abs(bubble(u, v) + stroke) - stroke;
    const alpha = cover(Math.min(outline, lines(u, v)), 32);
    return [255, 255, 255, Math.round(alpha * 255)];
  });
}

/** A rounded box with a tail at its lower left. */
const bubble: Shape = (x, y) => Math.min(box(x, y, 0.5, 0.42, 0.48, 0.38, 0.12), tail(x, y));

/** Two bars, the second shorter: words that are quoted. */
const lines: Shape = (x, y) =>
  Math.min(box(x, y, 0.5, 0.33, 0.26, 0.045, 0.045), box(x, y, 0.4, 0.51, 0.16, 0.045, 0.045));

function box(
  x: number,
  y: number,
  cx: number,
  cy: number,
  halfWidth: number,
  halfHeight: number,
  radius: number,
): number {
  const dx = Math.abs(x - cx) - halfWidth + radius;
  const dy = Math.abs(y - cy) - halfHeight + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function tail(x: number, y: number): number {
  // A triangle from under the box down to (0.2, 1): the farthest of its three half planes.
  return Math.max(0.7 - y, 0.2 - x, (x - 0.2) * 0.66 + (y - 1) * 0.75);
}

/** Share of a pixel that a shape covers, from the distance to its edge. */
function cover(distance: number, side: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance * side));
}

function mix(under: Pixel, over: Pixel, share: number): Pixel {
  return under.map((value, index) => Math.round(value + (over[index]! - value) * share)) as unknown as Pixel;
}

function draw(side: number, pixelAt: (x: number, y: number) => Pixel): Buffer {
  const image = new PNG({ width: side, height: side });
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      image.data.set(pixelAt((column + 0.5) / side, (row + 0.5) / side), (row * side + column) * 4);
    }
  }
  return PNG.sync.write(image);
}

function parseColor(color: string): Pixel {
  const channel = (start: number) => Number.parseInt(color.slice(start, start + 2), 16);
  return [channel(1), channel(3), channel(5), 255];
}
