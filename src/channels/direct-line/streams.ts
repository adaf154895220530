import type { Activity } from 'botframework-schema';
import type { WebSocket } from 'ws';
import type { ActivityLog } from './activity-log.ts';
import type { LiveWords } from './live-words.ts';
import { createPump, type StreamPump } from './stream-pump.ts';

export interface StreamParts {
  readonly log: ActivityLog;
  readonly words: LiveWords;
  /** Milliseconds between pings; a socket that did not answer the last one is cut. */
  readonly pingMs?: number;
}

/** The open sockets of this process. */
export interface Streams {
  readonly size: number;
  /** Whether one more socket may listen to this conversation. */
  hasRoom(key: string): boolean;
  /** Delivers everything after `after`, then whatever is appended, until the socket closes. */
  open(socket: WebSocket, key: string, after: number): void;
  /** Shows activities that are kept nowhere to who listens now; false: nobody does. */
  showLive(key: string, activities: readonly Partial<Activity>[]): boolean;
  /** Ends a conversation's sockets. */
  end(key: string): void;
  /** Ends all of them, as the server stops: clients come back elsewhere or later. */
  close(): void;
}

/** Sockets of one conversation: a few tabs and a reconnect that overlaps. */
const maxPerConversation = 8;
/** Frames a client may send between two pings; it has nothing to say here but empty ones. */
const maxFrames = 60;
/** Live-only activities are dropped for a reader that has this much unread, in bytes. */
const maxUnread = 64 * 1024;
/** Milliseconds a client has to answer the closing of its socket. */
const farewellMs = 1_000;
/** Milliseconds after which a store that did not answer is asked again. */
const retryMs = 1_000;

interface Listener {
  readonly socket: WebSocket;
  readonly pump: StreamPump;
  answered: boolean;
  frames: number;
}

export function createStreams({ log, words, pingMs = 25_000 }: StreamParts): Streams {
  const byKey = new Map<string, Set<Listener>>();
  let size = 0;
  let rounds = 0;
  const pinging = setInterval(pingAll, pingMs).unref();

  function pingAll(): void {
    rounds += 1;
    for (const [key, listeners] of byKey) {
      for (const listener of listeners) ping(listener);
      if (rounds % 3 === 0) void checkUp(key, listeners);
    }
  }

  /** Ends what is over, and delivers what a lost wake call may have left lying. */
  async function checkUp(key: string, listeners: ReadonlySet<Listener>): Promise<void> {
    const alive = await log.exists(key).catch(() => true);
    if (!alive) end(key);
    else for (const { pump } of listeners) pump.wake();
  }

  function end(key: string): void {
    for (const { socket } of byKey.get(key) ?? []) socket.close(1000, 'the conversation is over');
  }

  function add(key: string, listener: Listener): void {
    const listeners = byKey.get(key) ?? new Set();
    byKey.set(key, listeners.add(listener));
    size += 1;
    listener.socket.once('close', () => {
      listeners.delete(listener);
      size -= 1;
      if (listeners.size === 0 && byKey.get(key) === listeners) byKey.delete(key);
    });
  }

  async function follow(key: string, listener: Listener): Promise<void> {
    const { socket, pump } = listener;
    if (socket.readyState !== socket.OPEN) return;
    try {
      const stop = await log.subscribe(key, pump.wake);
      if (socket.readyState !== socket.OPEN) await stop();
      else socket.once('close', () => void stop().catch(() => {}));
      pump.wake();
    } catch {
      // Without a store the socket still shows what is live.
      setTimeout(() => void follow(key, listener), retryMs).unref();
    }
  }

  return {
    get size() {
      return size;
    },
    hasRoom: (key) => (byKey.get(key)?.size ?? 0) < maxPerConversation,
    open: (socket, key, after) => {
      const listener: Listener = {
        socket,
        pump: createPump(socket, log, words, key, after),
        answered: true,
        frames: 0,
      };
      add(key, listener);
      listen(listener);
      void follow(key, listener);
    },
    showLive: (key, activities) => {
      const listeners = byKey.get(key);
      if (!listeners) return false;
      for (const { socket } of listeners) {
        if (socket.bufferedAmount < maxUnread) socket.send(JSON.stringify({ activities }));
      }
      return true;
    },
    end,
    close: () => {
      clearInterval(pinging);
      for (const listeners of byKey.values()) {
        for (const { socket } of listeners) {
          socket.close(1012, 'the server restarts');
          // Who does not say goodbye in return must not hold up the stop.
          setTimeout(() => socket.terminate(), farewellMs).unref();
        }
      }
    },
  };
}

/** Who is gone is cut; who is there learns that it is still connected (browsers hide protocol pings from scripts). */
function ping(listener: Listener): void {
  const { socket, answered } = listener;
  if (!answered) {
    socket.terminate();
    return;
  }
  listener.answered = false;
  listener.frames = 0;
  socket.ping();
  if (socket.bufferedAmount < maxUnread) socket.send('');
}

function listen(listener: Listener): void {
  const { socket } = listener;
  socket.on('pong', () => {
    listener.answered = true;
  });
  socket.on('message', (_, isBinary) => {
    listener.frames += 1;
    if (isBinary) socket.close(1003, 'text frames only');
    else if (listener.frames > maxFrames) socket.close(1008, 'too many frames');
  });
  socket.on('error', () => socket.terminate());
}
