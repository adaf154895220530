import type { Activity } from 'botframework-schema';
import { createBriefMemory } from './brief-memory.ts';

const holdMs = 30_000;
const maxConversations = 2_000;
const maxPerConversation = 20;

/**
 * Replies given while the store was away and nobody listened: each is handed out once, to the next poll or socket
 * within seconds, from this process's memory.
 */
export interface LiveReplies {
  hold(key: string, activities: readonly Partial<Activity>[]): void;
  /** Hands out what is held. */
  take(key: string): readonly Partial<Activity>[];
}

export function createLiveReplies(now: () => number = Date.now): LiveReplies {
  const held = createBriefMemory<readonly Partial<Activity>[]>(holdMs, maxConversations, now);
  return {
    take: (key) => held.take(key) ?? [],
    hold: (key, activities) => held.set(key, [...(held.get(key) ?? []), ...activities].slice(-maxPerConversation)),
  };
}
