import pino from 'pino';
import { AnswerlineError } from '../errors.ts';

/**
 * What a log line may hold: these fields and no others, so that a visitor's words have no way in.
 * Strings are names from our own tables (routes, codes, kinds), addresses we listen on, or faults of the operator's files.
 */
export interface LogFields {
  readonly url?: string;
  readonly signal?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly reason?: string;
  readonly count?: number;
  readonly what?: string;
  readonly faults?: readonly string[];
  readonly contentHash?: string;
  readonly error?: unknown;
}

export interface Log {
  debug(msg: string, fields?: LogFields): void;
  info(msg: string, fields?: LogFields): void;
  warn(msg: string, fields?: LogFields): void;
  error(msg: string, fields?: LogFields): void;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * One line of JSON an event, on standard output by default.
 * @param write takes each line, its newline included
 */
export function createLog(level: LogLevel, write: (line: string) => void = writeToStdout): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
    },
    { write },
  );
  return {
    debug: (msg, fields = {}) => logger.debug(fields, msg),
    info: (msg, fields = {}) => logger.info(fields, msg),
    warn: (msg, fields = {}) => logger.warn(fields, msg),
    error: (msg, fields = {}) => logger.error(fields, msg),
  };
}

/**
 * Not pino's own destination: where the reader of our output has gone (EPIPE), its last flush tries again for ever
 * and the process neither serves nor ends.
 */
function writeToStdout(line: string): void {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => {});
  process.stdout.write(line);
}

export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  /** Where it was thrown: the stack's frames alone. */
  readonly at?: readonly string[];
  readonly cause?: ErrorDescription;
}

/**
 * An error without its message, which may quote what a visitor sent (JSON.parse does): name, code and place.
 * Messages of our own errors are written for the operator and stay.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && /^\w{1,64}$/.test(String(error.code)) ? String(error.code) : undefined;
  const at = stackFrames(error);
  return {
    name: /^\w{1,64}$/.test(error.name) ? error.name : 'Error',
    ...(code !== undefined && { code }),
    ...(error instanceof AnswerlineError && { message: error.message }),
    ...(at.length > 0 && { at }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

function stackFrames({ message, stack = '' }: Error): readonly string[] {
  // The message may hold lines that look like frames.
  const frames = stack.slice(stack.indexOf(message) + message.length);
  return frames
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
}
