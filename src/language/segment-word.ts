import { isStopWord } from './stop-words.ts';
import { fold } from './tokenize.ts';
import { wordRank } from './word-vectors.ts';

/** Two-letter pieces that are words in their own right. */
const shortWords = new Set(
  'am an as at be by do go he if in is it me my no of on or so to up us we la el de mi me se te lo un es en no si su tu al ya yo'.split(
    ' ',
  ),
);
const LONGEST_PIECE = 20;
/** Highest mean cost a letter: above it the split is a guess. */
const MAX_COST_A_LETTER = 2;
/** Spanish words are not in the vocabulary and would fall to pieces (`in document a dos`): their endings tell them. */
const spanishEnding =
  /(?:[ai]d[ao]s?|[ai]endo|ando|iones?|mente|mos|[aei]r(?:[ao]n|an|as|ia|se|los?|las?)?|ab[ao]n?|eron|ajes?|tes|nes|res|[ae]is)$/;
const inflection = /(?:s|es|ed|d|ing|ly|er|ers|al|ness|ment)$/;

/**
 * A long unknown word written as the words it runs together (`whatdoesicedo` gives `what does ice do`), found as the
 * likeliest split by word frequency (Viterbi). The word itself where it is known or no split is convincing.
 */
export function segmentWord(word: string): string {
  const plain = fold(word);
  if (plain !== word.toLowerCase() || plain.length > 60 || !/^[a-z]+$/.test(plain) || isKnown(plain)) return word;
  if (spanishEnding.test(plain)) return word;
  const costs = new Array<number>(plain.length + 1).fill(Number.POSITIVE_INFINITY);
  const starts = new Array<number>(plain.length + 1).fill(0);
  costs[0] = 0;
  for (let end = 1; end <= plain.length; end++) {
    for (let start = Math.max(0, end - LONGEST_PIECE); start < end; start++) {
      const cost = costs[start]! + pieceCost(plain.slice(start, end));
      if (cost < costs[end]!) {
        costs[end] = cost;
        starts[end] = start;
      }
    }
  }
  if (!(costs[plain.length]! <= MAX_COST_A_LETTER * plain.length)) return word;
  const pieces: string[] = [];
  for (let end = plain.length; end > 0; end = starts[end]!) pieces.unshift(word.slice(starts[end]!, end));
  return pieces.length > 2 || pieces.every(isPlainWord) ? pieces.join(' ') : word;
}

function isKnown(word: string): boolean {
  return wordRank(word) !== null || wordRank(word.replace(inflection, '')) !== null;
}

/** Two pieces alone convince only where both are everyday words of some length (`enforce ment`, `in formation` are not). */
function isPlainWord(piece: string): boolean {
  const rank = wordRank(piece);
  return piece.length >= 4 && rank !== null && rank < 8_000;
}

function pieceCost(piece: string): number {
  if (piece.length === 1) return /[aiy]/.test(piece) ? 5 : Number.POSITIVE_INFINITY;
  if (piece.length === 2) return shortWords.has(piece) ? 5 : Number.POSITIVE_INFINITY;
  if (isStopWord(piece, 'en') || isStopWord(piece, 'es')) return 4;
  const rank = wordRank(piece);
  const limit = piece.length === 3 ? 3_000 : 20_000;
  return rank !== null && rank < limit ? 2 + Math.log1p(rank) : Number.POSITIVE_INFINITY;
}
