import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes words.txt, vectors.i8 and scales.f32: each word's components as 8-bit numbers of its own scale. */
export function writeVectors(folder: string, words: readonly string[], rows: Float32Array): void {
  const size = rows.length / words.length;
  const components = new Int8Array(rows.length);
  const scales = new Float32Array(words.length);
  words.forEach((_, word) => {
    const row = rows.subarray(word * size, (word + 1) * size);
    const scale = Math.max(1e-12, ...row.map(Math.abs)) / 127;
    scales[word] = scale;
    row.forEach((value, k) => {
      components[word * size + k] = Math.round(value / scale);
    });
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'words.txt'), `${words.join('\n')}\n`);
  writeFileSync(path.join(folder, 'vectors.i8'), components);
  writeFileSync(path.join(folder, 'scales.f32'), new Uint8Array(scales.buffer));
}
