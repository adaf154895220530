import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readableOn } from '../../src/widget/launcher/accent.ts';

const channel = fc.integer({ min: 0, max: 255 });

describe('text on an accent colour', () => {
  it('has a contrast of at least 4.5 on any colour that a page chooses', () => {
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), (rgb) => {
        const text: readonly [number, number, number] = readableOn(rgb) === 'white' ? [255, 255, 255] : [0, 0, 0];
        assert.ok(contrast(rgb, text) >= 4.5, `${rgb}`);
      }),
    );
  });

  it('is white on navy and black on yellow', () => {
    assert.equal(readableOn([22, 46, 81]), 'white');
    assert.equal(readableOn([255, 230, 0]), 'black');
  });
});

/** WCAG 2.2, written out apart from the code under test. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
