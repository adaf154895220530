import { calm } from './screen.ts';

/**
 * Brings what is new into view: the end of the log, but never past the beginning of the newest line, so that a long reply
 * is read from its start.
 */
export function scrollToNewest(log: HTMLElement): void {
  const newest = [...log.querySelectorAll<HTMLElement>('.line')].at(-1);
  if (!newest) return;
  const top = newest.offsetTop - log.offsetTop - 12;
  log.scrollTo({ top: Math.min(top, log.scrollHeight), behavior: calm.matches ? 'auto' : 'smooth' });
}
