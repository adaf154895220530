import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * Gives back what starting took: loading and training leave the heap two to three times as large as what lives in it,
 * and an idle process would keep that for hours. Takes some hundred milliseconds, once, soon after the start.
 */
export function releaseMemory(): void {
  v8.setFlagsFromString('--expose-gc');
  const collect: unknown = vm.runInNewContext('gc');
  v8.setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
