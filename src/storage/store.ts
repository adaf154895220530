import type { ConversationStore } from '../bot/conversation-store.ts';
import type { ActivityLog } from '../channels/direct-line/activity-log.ts';

/** A counter as read back: topics, kinds and ratings, never a visitor's words. */
export interface StoredCount {
  /** Day it was counted on, UTC, ISO (YYYY-MM-DD). */
  readonly day: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** All that outlives a turn, over one engine. Implementations: `sqlite-store.ts` (default) and `redis-store.ts`. */
export interface Store extends ConversationStore, ActivityLog {
  /** All counters kept, by day, name and labels. */
  counts(): Promise<readonly StoredCount[]>;
}

/** What the store tells the operator; the log lines name no conversation and no words. */
export type StoreReport = (event: {
  readonly level: 'info' | 'warn' | 'error';
  readonly msg: string;
  readonly error?: string;
}) => void;

export interface StoreTiming {
  /** Idle time after which a conversation is gone, milliseconds. */
  readonly idleMs: number;
  /** Longest a turn may hold its conversation, milliseconds; a later commit is refused. */
  readonly turnMs: number;
}

/** Days for which counters are kept. */
export const COUNT_DAYS = 90;

/** The day of a time (milliseconds since 1970), UTC, ISO. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** 30 minutes idle (promise 5), 30 seconds a turn. */
export const defaultTiming: StoreTiming = { idleMs: 30 * 60_000, turnMs: 30_000 };
