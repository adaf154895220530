/**
 * An option's value as a whole number.
 * @throws Error with one sentence where it is none, or less than `least`
 */
export function wholeNumber(name: string, value: string, least = 1): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${name} must be a whole number from ${least} on`);
}
