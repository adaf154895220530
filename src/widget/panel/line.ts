import type { Reply } from '../../channels/direct-line/protocol.ts';

/** What the visitor wrote. */
export interface VisitorLine {
  readonly who: 'visitor';
  /** The `clientActivityID` of the message. */
  readonly key: string;
  /** Id the server gave it. */
  readonly id: string | null;
  /** Null: not kept (a report or an emergency, read again after a reload). */
  readonly text: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly status: 'sending' | 'sent' | 'failed';
  readonly problem: 'unreachable' | 'tooLong' | 'refused' | null;
  /**
   * Whether the text may be stored in this tab: unknown until the reply has come, since only the server knows whether it
   * belongs to a report or an emergency; those are stored nowhere.
   */
  readonly keep: 'unknown' | 'yes' | 'never';
}

/** What the assistant wrote. */
export interface ReplyLine {
  readonly who: 'assistant';
  readonly id: string;
  readonly at: number;
  /** The structure that Answerline sends; null from another bot. */
  readonly reply: Reply | null;
  /** The same as plain text. */
  readonly text: string;
  readonly chips: readonly Chip[];
  readonly rated: 'up' | 'down' | null;
}

/** A line of the widget's own between two conversations. */
export interface MarkLine {
  readonly who: 'mark';
  readonly id: string;
}

export type Line = VisitorLine | ReplyLine | MarkLine;

export interface Chip {
  readonly label: string;
  readonly value: string;
}
