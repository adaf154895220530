import type { ClientActivity } from '../../channels/direct-line/protocol.ts';
import { backOff } from './back-off.ts';
import type { Outcome } from './request.ts';

/** Why something is not sent, for now or at all. */
export type SendTrouble =
  | { readonly reason: 'offline' | 'unreachable' | 'fault' }
  | { readonly reason: 'busy'; readonly seconds: number };

export interface OutboxEvents {
  /** One try: begins a conversation if there is none, and posts the activity (null: only begins). */
  attempt(activity: ClientActivity | null): Promise<Outcome<string>>;
  /** The conversation is over or its token no longer taken: the next attempt has to begin another one. */
  lost(): void;
  sent(key: string, id: string): void;
  /** Given up: after many tries, or refused for good. */
  failed(key: string, why: 'unreachable' | 'tooLong' | 'refused'): void;
  trouble(trouble: SendTrouble | null): void;
  /** Whether the server has already shown this message back to us: then it must not be sent again. */
  arrived(key: string): boolean;
}

export interface Outbox {
  add(key: string, activity: ClientActivity): void;
  /** Wants a conversation though there is nothing to send. */
  begin(): void;
  /** No longer wants one. */
  rest(): void;
  /** Tries at once: the network is back, or the visitor asks for it. */
  now(): void;
  clear(): void;
}

/** Tries before a message is marked as failed: with the pauses between them about a minute. */
const tries = 7;

/** Sends messages one after another, each until it is certainly sent or marked as failed, and none twice. */
export function createOutbox(events: OutboxEvents): Outbox {
  let queue: { readonly key: string; readonly activity: ClientActivity }[] = [];
  let beginning = false;
  let busy = false;
  let pausing = false;
  let attempts = 0;
  let renewals = 0;
  let timer = 0;
  let round = 0;

  async function run(): Promise<void> {
    if (busy || pausing) return;
    busy = true;
    const mine = round;
    while (mine === round && (queue.length > 0 || beginning)) {
      if (!navigator.onLine) {
        events.trouble({ reason: 'offline' });
        break;
      }
      const item = queue[0];
      if (item && events.arrived(item.key)) {
        done(item.key, '');
        continue;
      }
      const outcome = await events.attempt(item?.activity ?? null);
      if (mine !== round) return;
      if (!settle(outcome, item?.key)) break;
    }
    if (mine === round) busy = false;
  }

  /** Takes in what became of a try; false: pause. */
  function settle(outcome: Outcome<string>, key: string | undefined): boolean {
    if (outcome.ok) {
      beginning = false;
      done(key, outcome.value);
      events.trouble(null);
      return true;
    }
    const { status } = outcome;
    if ([401, 403, 404].includes(status) && renewals++ < 1) {
      events.lost();
      return true;
    }
    if (status === 429) {
      const seconds = Math.max(1, outcome.retryAfter ?? 10);
      events.trouble({ reason: 'busy', seconds });
      return pause(seconds * 1000);
    }
    if (key !== undefined && status >= 400 && status < 500 && ![401, 403, 404, 408].includes(status)) {
      give(key, status === 413 ? 'tooLong' : 'refused');
      return true;
    }
    attempts++;
    events.trouble({ reason: status === 0 ? (navigator.onLine ? 'unreachable' : 'offline') : 'fault' });
    if (attempts >= tries && key !== undefined) {
      for (const item of [...queue]) give(item.key, 'unreachable');
      return true;
    }
    return pause(backOff(attempts));
  }

  function done(key: string | undefined, id: string): void {
    attempts = 0;
    renewals = 0;
    if (key === undefined) return;
    queue = queue.filter((item) => item.key !== key);
    events.sent(key, id);
  }

  function give(key: string, why: 'unreachable' | 'tooLong' | 'refused'): void {
    attempts = 0;
    queue = queue.filter((item) => item.key !== key);
    events.failed(key, why);
  }

  function pause(milliseconds: number): false {
    pausing = true;
    timer = window.setTimeout(now, milliseconds);
    return false;
  }

  function now(): void {
    clearTimeout(timer);
    pausing = false;
    void run();
  }

  return {
    add: (key, activity) => {
      queue.push({ key, activity });
      void run();
    },
    begin: () => {
      beginning = true;
      void run();
    },
    rest: () => {
      beginning = false;
    },
    now,
    clear: () => {
      round++;
      clearTimeout(timer);
      queue = [];
      beginning = false;
      busy = false;
      pausing = false;
      attempts = 0;
    },
  };
}
