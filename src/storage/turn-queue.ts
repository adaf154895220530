/** A turn's place in its conversation's queue. */
export interface TurnPlace {
  /** False once the turn has held its conversation for too long: its commit must be refused. */
  readonly holds: () => boolean;
}

/**
 * One turn at a time per conversation within this process, in order of arrival.
 * A turn that does not end within `turnMs` milliseconds loses its place, so that one stuck turn cannot silence a conversation.
 * Keeps nothing of conversations without a turn in progress.
 */
export function createTurnQueue(
  turnMs: number,
): <T>(key: string, turn: (place: TurnPlace) => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>();
  return async (key, turn) => {
    const before = last.get(key);
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    last.set(key, released);
    await before;
    let holding = true;
    const letGo = () => {
      holding = false;
      clearTimeout(timer);
      release();
      if (last.get(key) === released) last.delete(key);
    };
    const timer = setTimeout(letGo, turnMs);
    try {
      return await turn({ holds: () => holding });
    } finally {
      letGo();
    }
  };
}
