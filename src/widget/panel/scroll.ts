import { calm } from './screen.ts';

/** Pixels left above what is scrolled to. */
const margin = 16;

/**
 * Brings what is new into view: the end of the log, but never past the beginning of the newest reply, so that a long one
 * is read from its start; with the question above it where that is short.
 */
export function scrollToNewest(log: HTMLElement): void {
  const lines = [...log.querySelectorAll<HTMLElement>('.line')];
  const newest = lines.at(-1);
  if (!newest) return;
  const question = lines.findLast((line) => line.classList.contains('visitor'));
  const short = question && newest.offsetTop - question.offsetTop < log.clientHeight / 4;
  const first = short ? question : newest;
  // The log is the lines' offset parent. Whatever fits below the line is shown: browsers stop at the end by themselves.
  log.scrollTo({ top: first.offsetTop - margin, behavior: calm.matches ? 'auto' : 'smooth' });
}
