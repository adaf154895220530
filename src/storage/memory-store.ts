import type { Activity } from 'botframework-schema';
import type { OpenTurn } from '../bot/conversation-store.ts';
import type { LoggedActivity } from '../channels/direct-line/activity-log.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import { dayOf, defaultTiming, type Store, type StoredCount, type StoreTiming } from './store.ts';
import { turnSuperseded } from './store-errors.ts';
import { createTurnQueue } from './turn-queue.ts';

interface Conversation {
  state: ConversationState | null;
  /** Null: this channel keeps its own log. */
  log: LoggedActivity[] | null;
  sequence: number;
  readonly remembered: Map<string, string>;
  expiresAt: number;
}

/**
 * Everything in this process's memory, gone with it: for tests and for a trial without a disk.
 * @param maxConversations the longest idle one is dropped beyond it, so that memory stays bounded (about 4 KB each)
 */
export function createMemoryStore(timing: StoreTiming = defaultTiming, maxConversations = 50_000): Store {
  // A Map keeps insertion order; whoever is written moves to the end, so the front is always the longest idle.
  const conversations = new Map<string, Conversation>();
  const listeners = new Map<string, Set<() => void>>();
  const counters = new Map<string, StoredCount & { value: number }>();
  const inTurn = createTurnQueue(timing.turnMs);
  const sweeper = setInterval(sweep, Math.min(timing.idleMs, 60_000)).unref();

  function sweep() {
    const now = Date.now();
    for (const [key, { expiresAt }] of conversations) {
      if (expiresAt > now && conversations.size <= maxConversations) return;
      conversations.delete(key);
    }
  }

  function find(key: string): Conversation | undefined {
    const found = conversations.get(key);
    return found && found.expiresAt > Date.now() ? found : undefined;
  }

  function touch(key: string): Conversation {
    const found = find(key) ?? { state: null, log: null, sequence: 0, remembered: new Map(), expiresAt: 0 };
    found.expiresAt = Date.now() + timing.idleMs;
    conversations.delete(key);
    conversations.set(key, found);
    sweep();
    return found;
  }

  function append(conversation: Conversation, activities: readonly Partial<Activity>[]) {
    conversation.log ??= [];
    for (const activity of activities) {
      conversation.sequence += 1;
      // A copy: what is kept must not change with what the caller goes on to do.
      conversation.log.push({ sequence: conversation.sequence, activity: structuredClone(activity) });
    }
  }

  const openTurn = (key: string, holds: () => boolean): OpenTurn => ({
    state: find(key)?.state ?? null,
    recall: async (activityId) => find(key)?.remembered.get(activityId) ?? null,
    commit: async ({ state, remember, log }) => {
      if (!holds()) throw turnSuperseded();
      const conversation = touch(key);
      conversation.state = state && structuredClone(state);
      if (state === null && conversation.log) conversation.log = [];
      for (const [id, result] of Object.entries(remember)) conversation.remembered.set(id, result);
      if (log.length === 0) return;
      append(conversation, log);
      for (const wake of listeners.get(key) ?? []) wake();
    },
  });

  return {
    withTurn: (key, turn) => inTurn(key, ({ holds }) => turn(openTurn(key, holds))),
    forget: async (key) => void conversations.delete(key),
    count: async (name, labels, by = 1) => {
      const day = dayOf(Date.now());
      const id = JSON.stringify([day, name, Object.entries(labels).sort()]);
      const counter = counters.get(id) ?? { day, name, labels: { ...labels }, value: 0 };
      counter.value += by;
      counters.set(id, counter);
    },
    counts: async () => [...counters.values()].map((counter) => ({ ...counter })),
    ping: async () => true,
    close: async () => clearInterval(sweeper),
    create: async (key) => {
      touch(key).log ??= [];
    },
    exists: async (key) => Boolean(find(key)?.log),
    read: async (key, after, limit) => {
      const log = find(key)?.log ?? [];
      // Without gaps: the place in the array follows from the sequence.
      const first = log[0]?.sequence ?? 1;
      const start = Math.max(0, after + 1 - first);
      return log.slice(start, start + limit).map((entry) => structuredClone(entry));
    },
    subscribe: async (key, wake) => {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(wake));
      return async () => {
        set.delete(wake);
        if (set.size === 0 && listeners.get(key) === set) listeners.delete(key);
      };
    },
  };
}
