import { segmentWord } from './segment-word.ts';

/** Three or more single letters with points, dashes or emoji between them, or four or more with spaces. */
const spaced = /(?<![\p{L}\p{N}])\p{L}(?:(?:[^\p{L}\p{N}\s'’]{1,4}\p{L}){2,}|(?:\s\p{L}){3,})(?![\p{L}\p{N}])/gu;

/** Letters set apart, closed up: `h e l p`, `h.e.l.p`, `h-e-l-p m-e`, letters with emoji between them. */
export function joinSpacedLetters(text: string): string {
  return text.replace(spaced, (run) => segmentWord(run.replace(/[^\p{L}]+/gu, '')));
}
