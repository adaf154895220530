import type { WireActivity } from '../../channels/direct-line/protocol.ts';
import { backOff } from './back-off.ts';
import { activitySet, type Conversation, type Opened, poll, refresh, resume } from './conversation.ts';
import type { Outcome } from './request.ts';

/** What the receiver tells. */
export interface ReceiverEvents {
  /** Activities in order; `conversation` holds the watermark and token as they are now. */
  delivered(activities: readonly WireActivity[], conversation: Conversation): void;
  /** The conversation is over, or its token is no longer taken. */
  ended(): void;
  /** Receiving fails for now, or works again (null). */
  trouble(status: number | null): void;
}

export interface Receiver {
  /** Receives from a conversation; without a stream it asks for one first. */
  attach(opened: Opened): void;
  /** Asks once, now: for a reply that should have come. */
  ask(): void;
  /** While awake a lost stream is sought again; asleep (panel closed, tab hidden) not until woken. */
  wake(): void;
  sleep(): void;
  detach(): void;
}

/** Milliseconds between two polls where no stream can be had. */
const pollEvery = 2000;
const refreshEvery = 15 * 60_000;
/** Streams that never opened before polling is used instead. */
const streamTries = 2;

/** Receives a conversation's activities: by WebSocket, where that fails by polling; without loss over interruptions. */
export function createReceiver(events: ReceiverEvents): Receiver {
  let current: Conversation | null = null;
  let socket: WebSocket | null = null;
  let neverOpened = 0;
  let failures = 0;
  let awake = true;
  let timer = 0;
  let refreshTimer = 0;

  function attach({ conversation, streamUrl }: Opened): void {
    detach();
    current = conversation;
    refreshTimer = window.setInterval(() => void renew(), refreshEvery);
    if (streamUrl === null) void reconnect();
    else connect(streamUrl);
  }

  function connect(url: string): void {
    if (neverOpened >= streamTries) return void pollOn();
    let wasOpen = false;
    const mine = stream(url);
    if (!mine) {
      neverOpened = streamTries;
      return void pollOn();
    }
    socket = mine;
    mine.onopen = () => {
      wasOpen = true;
      neverOpened = 0;
      failures = 0;
      events.trouble(null);
    };
    mine.onmessage = ({ data }) => {
      if (socket === mine) deliver(read(data));
    };
    mine.onclose = () => {
      if (socket !== mine) return;
      socket = null;
      if (!wasOpen) neverOpened++;
      if (awake) again(reconnect);
    };
  }

  async function reconnect(): Promise<void> {
    const asked = current;
    if (!asked) return;
    const outcome = await resume(asked);
    if (current?.id !== asked.id || socket) return;
    if (!outcome.ok) return failed(outcome, reconnect);
    current = { ...current, token: outcome.value.conversation.token };
    if (outcome.value.streamUrl === null) neverOpened = streamTries;
    connect(outcome.value.streamUrl ?? '');
  }

  async function pollOn(): Promise<void> {
    const outcome = await pollOnce();
    if (outcome === null) return;
    if (!outcome.ok) return failed(outcome, pollOn);
    failures = 0;
    events.trouble(null);
    if (awake) schedule(pollOn, pollEvery);
  }

  async function pollOnce() {
    const asked = current;
    if (!asked) return null;
    const outcome = await poll(asked);
    if (current?.id !== asked.id) return null;
    if (outcome.ok) deliver(outcome.value);
    return outcome;
  }

  function deliver(set: ReturnType<typeof activitySet>): void {
    if (!set || !current) return;
    current = { ...current, watermark: set.watermark ?? current.watermark };
    events.delivered(set.activities, current);
  }

  function failed(outcome: Outcome<unknown> & { ok: false }, next: () => Promise<void>): void {
    if ([401, 403, 404].includes(outcome.status)) {
      detach();
      events.ended();
      return;
    }
    // The first failure is usually over before anyone could read of it.
    if (failures > 0) events.trouble(outcome.status);
    again(next, outcome.retryAfter);
  }

  function again(next: () => Promise<void>, seconds: number | null = null): void {
    failures++;
    schedule(next, seconds === null ? backOff(failures) : seconds * 1000);
  }

  function schedule(next: () => Promise<void>, milliseconds: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void next(), milliseconds);
  }

  async function renew(): Promise<void> {
    const asked = current;
    const outcome = asked && (await refresh(asked));
    if (!outcome?.ok || current?.id !== asked?.id || !current) return;
    current = { ...current, token: outcome.value.token };
    events.delivered([], current);
  }

  function detach(): void {
    clearTimeout(timer);
    clearInterval(refreshTimer);
    const old = socket;
    socket = null;
    current = null;
    old?.close();
  }

  function wake(): void {
    awake = true;
    if (current && !socket) schedule(neverOpened >= streamTries ? pollOn : reconnect, 0);
  }

  function sleep(): void {
    awake = false;
  }

  return { attach, detach, wake, sleep, ask: () => void pollOnce() };
}

/** A browser may refuse a socket by throwing. */
function stream(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
}

/** A frame's activities; null for the empty frames that keep a connection open. */
function read(data: unknown) {
  if (typeof data !== 'string' || data === '') return null;
  try {
    return activitySet(JSON.parse(data));
  } catch {
    return null;
  }
}
