import type { StoredCount } from './store.ts';

/** Counts not written yet: one for each day, name and labels (whatever their order), however often it was added to. */
export interface PendingCounts {
  add(day: string, name: string, labels: Readonly<Record<string, string>>, by: number): void;
  /** Labels in the order of their names. */
  all(): readonly StoredCount[];
  clear(): void;
  readonly size: number;
}

export function createPendingCounts(): PendingCounts {
  const counts = new Map<string, StoredCount>();
  return {
    add: (day, name, labels, by) => {
      const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
      const key = JSON.stringify([day, name, sorted]);
      const value = (counts.get(key)?.value ?? 0) + by;
      counts.set(key, { day, name, labels: Object.fromEntries(sorted), value });
    },
    all: () => [...counts.values()],
    clear: () => counts.clear(),
    get size() {
      return counts.size;
    },
  };
}
