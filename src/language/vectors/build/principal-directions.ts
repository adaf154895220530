import type { Random } from './seeded-random.ts';

const ROWS_LOOKED_AT = 15_000;
const POWER_STEPS = 12;

/**
 * Rows projected on their first `to` principal directions (uncentred, by power iteration) and scaled to length 1.
 *
 * @param rows row-major, `from` components each
 */
export function project(rows: Float32Array, from: number, to: number, random: Random): Float32Array {
  const count = rows.length / from;
  const covariance = covarianceOf(rows, from);
  let directions = Array.from({ length: to }, () => Float64Array.from({ length: from }, () => random() - 0.5));
  orthonormalize(directions);
  for (let step = 0; step < POWER_STEPS; step++) {
    directions = directions.map((direction) => Float64Array.from(covariance, (row) => dot(row, direction)));
    orthonormalize(directions);
  }
  const projected = new Float32Array(count * to);
  for (let i = 0; i < count; i++) {
    let length = 0;
    for (let j = 0; j < to; j++) {
      let sum = 0;
      const direction = directions[j]!;
      for (let k = 0; k < from; k++) sum += direction[k]! * rows[i * from + k]!;
      projected[i * to + j] = sum;
      length += sum * sum;
    }
    length = Math.sqrt(length) || 1e-6;
    for (let j = 0; j < to; j++) projected[i * to + j]! /= length;
  }
  return projected;
}

function covarianceOf(rows: Float32Array, size: number): Float64Array[] {
  const count = rows.length / size;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < count; i += Math.ceil(count / ROWS_LOOKED_AT)) {
    for (let a = 0; a < size; a++) {
      const value = rows[i * size + a]!;
      const row = covariance[a]!;
      for (let b = 0; b < size; b++) row[b]! += value * rows[i * size + b]!;
    }
  }
  return covariance;
}

/** Gram-Schmidt, in place. */
function orthonormalize(directions: readonly Float64Array[]): void {
  directions.forEach((direction, i) => {
    for (const earlier of directions.slice(0, i)) {
      const along = dot(earlier, direction);
      for (let k = 0; k < direction.length; k++) direction[k]! -= along * earlier[k]!;
    }
    const length = Math.sqrt(dot(direction, direction)) || 1e-6;
    for (let k = 0; k < direction.length; k++) direction[k]! /= length;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
