/** Groups follow each other at least this far apart, milliseconds. */
const APART_MS = 3;

/** Runs pieces of work together, soon. */
export interface CommitGroup {
  /** Settles when the work is done for good, or could not be. */
  add(work: () => void): Promise<void>;
  /** Does what waits now. */
  flush(): void;
}

interface Waiting {
  readonly work: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Turns that end at about the same time share one transaction: beginning and committing one costs more than what a turn
 * writes. A turn that ends alone is committed in the same round of the event loop; while many do, a group every few milliseconds.
 * @param atOnce does all of some work or none of it; throws where that fails, and then each is tried by itself, so that
 *   no turn fails for another
 */
export function createCommitGroup(atOnce: (work: () => void) => void): CommitGroup {
  let waiting: Waiting[] = [];
  let flushedAt = Number.NEGATIVE_INFINITY;

  const settle = (some: readonly Waiting[]): void => {
    try {
      atOnce(() => {
        for (const { work } of some) work();
      });
    } catch (error) {
      if (some.length === 1) some[0]!.reject(error);
      else for (const one of some) settle([one]);
      return;
    }
    for (const { resolve } of some) resolve();
  };
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    settle(group);
    flushedAt = performance.now();
  };

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        if (waiting.length > 1) return;
        const early = APART_MS - (performance.now() - flushedAt);
        if (early > 0) setTimeout(flush, early);
        else setImmediate(flush);
      }),
    flush,
  };
}
