/** Values that are forgotten by themselves after seconds, and of which there are never more than a few thousand. */
export interface BriefMemory<T> {
  set(key: string, value: T): void;
  get(key: string): T | undefined;
  /** Hands the value out and forgets it. */
  take(key: string): T | undefined;
  readonly size: number;
}

/**
 * @param holdMs milliseconds after which a value is gone
 * @param max the oldest goes beyond it
 */
export function createBriefMemory<T>(holdMs: number, max: number, now: () => number = Date.now): BriefMemory<T> {
  const held = new Map<string, { readonly value: T; readonly until: number }>();
  let timer: NodeJS.Timeout | null = null;

  function sweep() {
    for (const [key, { until }] of held) {
      if (until > now() && held.size <= max) break;
      held.delete(key);
    }
    if (held.size > 0 && timer === null) {
      timer = setTimeout(() => {
        timer = null;
        sweep();
      }, holdMs).unref();
    }
  }

  function get(key: string): T | undefined {
    const found = held.get(key);
    return found && found.until > now() ? found.value : undefined;
  }

  return {
    get,
    set: (key, value) => {
      held.delete(key);
      held.set(key, { value, until: now() + holdMs });
      sweep();
    },
    take: (key) => {
      const value = get(key);
      held.delete(key);
      return value;
    },
    get size() {
      return held.size;
    },
  };
}
