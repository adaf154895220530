import type { Activity } from 'botframework-schema';
import type { TurnOutcome } from '../conversation/reply.ts';

/**
 * Key of `context.turnState` under which a channel that keeps its own activity log puts its outbox.
 * On channels without one (Azure's) replies go out at once and the commit's log stays empty.
 */
export const OUTBOX = Symbol.for('answerline.outbox');

/**
 * What an embedded channel holds back until the turn is committed. Its adapter's `sendActivities` only adds to it;
 * the bot takes the log entries from it for the one commit of the turn and then says how the turn ended.
 * Only then may the channel wake its readers: acknowledged means kept.
 */
export interface Outbox {
  /** Where state, log and remembered ids of this conversation are kept; used instead of `conversationKey`. */
  readonly conversationKey: string;
  /** Ids by which this activity is recognised when it is sent again (`clientActivityID`), each with the result to repeat. */
  readonly remember: Readonly<Record<string, string>>;
  /**
   * Log entries of the turn so far, in order: the visitor's activity, then the replies.
   * With `replies-only` the visitor's activity keeps its ids and times alone: no text, value, attachments or channel data.
   */
  entries(retention: TurnOutcome['retention']): readonly Partial<Activity>[];
  /** Called exactly once, before the bot's promise resolves; not called where it rejects (then nothing may be delivered). */
  settled(settlement: TurnSettlement): void;
}

/** How a turn ended. */
export type TurnSettlement =
  /** State and log are stored. */
  | { readonly status: 'committed' }
  /** This activity was answered before: nothing was sent; `result` is what was remembered then. */
  | { readonly status: 'repeated'; readonly result: string }
  /** The store could not be reached: the replies are to be delivered live to who listens now, and are kept nowhere. */
  | { readonly status: 'unkept' };
