import { AnswerlineError } from '../errors.ts';

/** The store cannot be reached or cannot write; `cause` says why and is logged, never shown. */
export function storeUnavailable(cause: unknown): AnswerlineError {
  if (cause instanceof AnswerlineError) return cause;
  return new AnswerlineError('STORE_UNAVAILABLE', 'The store does not answer: see DATA_DIR or REDIS_URL.', { cause });
}

/** The turn held its conversation for too long and another one has started: nothing of it was stored. */
export function turnSuperseded(): AnswerlineError {
  return new AnswerlineError('TURN_SUPERSEDED', 'The turn took too long and was not stored: another one has begun.');
}
