/** One table of what can go wrong: code, HTTP status, and a sentence that says what to do next. */
export type ErrorCode =
  | 'KNOWLEDGE_INVALID'
  | 'CONFIG_INVALID'
  | 'STORE_UNAVAILABLE'
  | 'TURN_SUPERSEDED'
  | 'PORT_TAKEN'
  | 'USAGE';

/** An error whose message may be shown to the operator as it stands: one clear sentence that names the place. */
export class AnswerlineError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AnswerlineError';
    this.code = code;
  }
}
