/**
 * How often a row of SECURITY.md is tried: a small number in the test suite, the whole one where `npm run bench -- faults`
 * asks for it (`FULL_SIZE=true`).
 */
export function size(inSuite: number, whole: number): number {
  return process.env.FULL_SIZE === 'true' ? whole : inSuite;
}
