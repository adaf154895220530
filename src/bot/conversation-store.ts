import type { Activity } from 'botframework-schema';
import type { ConversationState } from '../conversation/conversation-state.ts';

/**
 * What outlives a turn, as the bot and the channels need it. `src/storage` implements it (memory, SQLite, Redis);
 * all implementations are held to one contract test. Everything expires after the idle time.
 *
 * A conversation key is made by `conversationKey` (src/bot): channel, conversation and, in groups, the person.
 * Errors: every method rejects with `StoreUnavailable` (src/errors.ts) within 800 ms when the store cannot be reached.
 */
export interface ConversationStore {
  /**
   * Runs `turn` while no other turn of this conversation runs, in any process; waiting turns keep their order of arrival.
   * The lock expires (30 s); a turn that outlived its lock cannot commit (fencing): commit rejects with `TurnSuperseded`.
   */
  withTurn<T>(key: string, turn: (open: OpenTurn) => Promise<T>): Promise<T>;
  /** Forgets state, log and remembered activity ids of a conversation. */
  forget(key: string): Promise<void>;
  /** Adds to a counter of the current day (UTC), kept for 90 days: kinds, topics, ratings, never a visitor's words. */
  count(name: string, labels: Readonly<Record<string, string>>, by?: number): Promise<void>;
  /** Whether the store answers now. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** A turn in progress: read first, commit once. */
export interface OpenTurn {
  /** State before the turn; null in a new or expired conversation. */
  readonly state: ConversationState | null;
  /** What was committed for an activity id (or clientActivityID) before, so that a re-sent one gets the same result; null if new. */
  recall(activityId: string): Promise<string | null>;
  /** Stores all of the turn at once or nothing. */
  commit(turn: TurnCommit): Promise<void>;
}

export interface TurnCommit {
  /** Null deletes the state and all earlier log entries ("start over"); the log's sequence goes on and `log` is still appended. */
  readonly state: ConversationState | null;
  /** Ids by which a re-sent activity is recognised, each with the result to repeat (a short string, e.g. the activity id given). */
  readonly remember: Readonly<Record<string, string>>;
  /** Entries for the activity log, in order; empty on channels that keep their own. */
  readonly log: readonly Partial<Activity>[];
}
