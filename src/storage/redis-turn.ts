import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { OpenTurn, TurnCommit } from '../bot/conversation-store.ts';
import type { ConversationKeys, StoreCommands } from './redis-scripts.ts';
import type { StoreTiming } from './store.ts';
import { storeUnavailable, turnSuperseded } from './store-errors.ts';
import { readState, writeState } from './stored-state.ts';
import type { TurnPlace } from './turn-queue.ts';

/** A killed process blocks its conversation no longer than this, milliseconds; a living one renews its hold. */
const HOLD_MS = 3_000;
const RENEW_EVERY_MS = 1_000;
/** Between two tries to get a turn that another process holds, milliseconds. */
const RETRY_MS = { first: 4, longest: 50 };

/** What a turn needs of the client beside the scripts. */
export interface TurnClient extends StoreCommands {
  hget(key: string, field: string): Promise<string | null>;
}

/**
 * Holds a conversation across all processes while `turn` runs. The caller has already queued the turns of its own process.
 * A commit names the token of its hold and is refused by Redis itself if another one holds the conversation by then.
 * @throws AnswerlineError STORE_UNAVAILABLE when Redis does not answer or the turn cannot be had within `turnMs`.
 */
export async function holdTurn<T>(
  client: TurnClient,
  keys: ConversationKeys,
  place: TurnPlace,
  timing: StoreTiming,
  turn: (open: OpenTurn) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  const state = await takeTurn(client, keys, token, timing);
  const renewing = setInterval(() => {
    if (place.holds()) client.answerlineRenew(keys.turn, token, HOLD_MS).catch(() => {});
  }, RENEW_EVERY_MS).unref();
  try {
    return await turn({
      state: readState(state),
      recall: (activityId) => reach(() => client.hget(keys.remembered, activityId)),
      commit: async (committed) => {
        if (!place.holds()) throw turnSuperseded();
        const stored = await reach(() => client.answerlineCommit(...commitArguments(keys, token, timing, committed)));
        if (stored === 0) throw turnSuperseded();
      },
    });
  } finally {
    clearInterval(renewing);
    // Unanswered: the hold expires by itself.
    await client.answerlineRelease(keys.turn, token).catch(() => {});
  }
}

/** Runs a command; whatever fails in it is the store's failure. */
export async function reach<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    throw storeUnavailable(error);
  }
}

async function takeTurn(
  client: TurnClient,
  keys: ConversationKeys,
  token: string,
  timing: StoreTiming,
): Promise<string> {
  const deadline = Date.now() + timing.turnMs + HOLD_MS;
  for (let pause = RETRY_MS.first; Date.now() < deadline; pause = Math.min(pause * 2, RETRY_MS.longest)) {
    const [taken, state] = await reach(() => client.answerlineOpen(keys.turn, keys.conversation, token, HOLD_MS));
    if (taken === 1) return state;
    await wait(pause * (0.5 + Math.random()));
  }
  throw storeUnavailable(new Error('another process holds the conversation'));
}

function commitArguments(
  keys: ConversationKeys,
  token: string,
  timing: StoreTiming,
  turn: TurnCommit,
): (string | number)[] {
  const remembered = Object.entries(turn.remember);
  return [
    ...[keys.turn, keys.conversation, keys.log, keys.remembered],
    ...[token, timing.idleMs, turn.state === null ? '' : writeState(turn.state), keys.grown],
    remembered.length,
    ...remembered.flat(),
    ...turn.log.map((activity) => JSON.stringify(activity)),
  ];
}
