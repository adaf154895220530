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
  const counts = new Map<string, StoredCount & { value: number }>();
  /** The same by labels as they came, so that what is counted again and again is sorted once. */
  const asGiven = new Map<string, StoredCount & { value: number }>();
  return {
    add: (day, name, labels, by) => {
      const given = JSON.stringify([day, name, labels]);
      const again = asGiven.get(given);
      if (again) {
        again.value += by;
        return;
      }
      const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
      const key = JSON.stringify([day, name, sorted]);
      const count = counts.get(key) ?? { day, name, labels: Object.fromEntries(sorted), value: 0 };
      count.value += by;
      counts.set(key, count);
      asGiven.set(given, count);
    },
    all: () => [...counts.values()],
    clear: () => {
      counts.clear();
      asGiven.clear();
    },
    get size() {
      return counts.size;
    },
  };
}
