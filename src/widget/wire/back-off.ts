/** Longest pause between two tries, in seconds. */
const ceiling = 30;

/**
 * Milliseconds to wait before try number `attempt` (1 is the first retry): doubling from one second up to half a minute,
 * less a random part of up to a half, so that many browsers do not return in the same moment.
 * @param random 0 (inclusive) to 1 (exclusive)
 */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const seconds = Math.min(ceiling, 2 ** (attempt - 1));
  return Math.round(seconds * 1000 * (1 - random() / 2));
}
