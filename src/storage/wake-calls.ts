/** Who wants to hear that a conversation's log has grown, within this process. */
export interface WakeCalls {
  add(key: string, wake: () => void): () => void;
  /** Calls everyone who waits for `key`, each in a turn of its own: a listener that throws harms no other. */
  wake(key: string): void;
  has(key: string): boolean;
}

export function createWakeCalls(): WakeCalls {
  const waiting = new Map<string, Set<() => void>>();
  return {
    add(key, wake) {
      const set = waiting.get(key) ?? new Set();
      waiting.set(key, set.add(wake));
      return () => {
        set.delete(wake);
        if (set.size === 0 && waiting.get(key) === set) waiting.delete(key);
      };
    },
    wake(key) {
      for (const call of waiting.get(key) ?? []) queueMicrotask(call);
    },
    has: (key) => waiting.has(key),
  };
}
