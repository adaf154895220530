import type { Activity } from 'botframework-schema';
import { createBriefMemory } from './brief-memory.ts';

/** Long enough for a poll or a socket that is just reconnecting, short enough to be live. */
const holdMs = 15_000;
const maxHeld = 5_000;

/** Stands where words were not kept and are not live any more; the widget shows its visitor's own instead. */
const placeholder = '…';

/** Visitors' words that are echoed to their own conversation and kept nowhere: for seconds, in this process's memory. */
export interface LiveWords {
  hold(activityId: string, text: string): void;
  /** The activity as its conversation may see it: with its words while they are held. */
  fill(activity: Partial<Activity>): Partial<Activity>;
}

export function createLiveWords(now: () => number = Date.now): LiveWords {
  const held = createBriefMemory<string>(holdMs, maxHeld, now);
  return {
    hold: held.set,
    fill: (activity) => {
      if (activity.channelData?.answerline?.notKept !== true) return activity;
      return { ...activity, text: held.get(activity.id ?? '') ?? placeholder };
    },
  };
}
