/** A case to learn from. */
export interface Case {
  readonly x: readonly number[];
  readonly y: 0 | 1;
  /** How much it counts; 1 unless given. */
  readonly weight?: number;
}

const MOST_STEPS = 60;
const CLOSE_ENOUGH = 1e-8;

/**
 * Logistic regression with a ridge penalty on all but the bias, by Newton's method; deterministic.
 *
 * @param ridge strength of the penalty; 1 is a standard normal prior on each weight
 * @returns the bias, then one weight for each component of x
 */
export function fitLogistic(cases: readonly Case[], ridge: number): number[] {
  const size = (cases[0]?.x.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
    for (const { x, y, weight = 1 } of cases) {
      const z = [1, ...x];
      const chance = sigmoid(z.reduce((sum, value, i) => sum + value * weights[i]!, 0));
      const spread = weight * Math.max(chance * (1 - chance), 1e-9);
      for (let a = 0; a < size; a++) {
        const row = rows[a]!;
        for (let b = 0; b < size; b++) row[b]! += spread * z[a]! * z[b]!;
        row[size]! += weight * (chance - y) * z[a]!;
      }
    }
    for (let a = 1; a < size; a++) {
      rows[a]![a]! += ridge;
      rows[a]![size]! += ridge * weights[a]!;
    }
    const change = solve(rows);
    for (let a = 0; a < size; a++) weights[a]! -= change[a]!;
    if (Math.max(...change.map(Math.abs)) < CLOSE_ENOUGH) break;
  }
  return weights;
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** Area under the ROC curve: the chance that a case of the first kind scores above one of the second. */
export function areaUnderCurve(above: readonly number[], below: readonly number[]): number {
  let wins = 0;
  for (const a of above) for (const b of below) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (above.length * below.length);
}

/** Gauss-Jordan elimination with pivoting; the last column is the right side. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column + 1; r < size; r++) {
      if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    for (let r = 0; r < size; r++) {
      const factor = r === column || head[column] === 0 ? 0 : rows[r]![column]! / head[column]!;
      if (factor === 0) continue;
      for (let k = column; k <= size; k++) rows[r]![k]! -= factor * head[k]!;
    }
  }
  return rows.map((row, at) => (row[at] === 0 ? 0 : row[size]! / row[at]!));
}
