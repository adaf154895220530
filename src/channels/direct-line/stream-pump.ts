import type { Activity } from 'botframework-schema';
import type { WebSocket } from 'ws';
import type { ActivityLog } from './activity-log.ts';
import type { LiveWords } from './live-words.ts';
import { writeWatermark } from './watermark.ts';

/** Log entries in one frame. */
const batch = 20;
/** Milliseconds after which a store that did not answer is asked again. */
const retryMs = 1_000;

/** Delivers a conversation's log to one socket. */
export interface StreamPump {
  /** There may be something new. */
  wake(): void;
}

/**
 * Reads the log onwards whenever woken, one batch at a time, and waits until a frame was handed to the network before the
 * next: a slow reader holds one frame in memory, the rest stays in the log.
 * @param after sequence of the last entry that the client has
 */
export function createPump(
  socket: WebSocket,
  log: ActivityLog,
  words: LiveWords,
  key: string,
  after: number,
): StreamPump {
  let position = after;
  let running = false;
  let woken = false;

  async function deliver(): Promise<void> {
    const entries = await log.read(key, position, batch);
    const last = entries.at(-1);
    if (!last || socket.readyState !== socket.OPEN) return;
    const activities = entries.map(({ activity }) => words.fill(activity));
    await send(socket, { activities, watermark: writeWatermark(last.sequence) });
    position = last.sequence;
    woken ||= entries.length === batch;
  }

  async function run(): Promise<void> {
    running = true;
    try {
      while (woken && socket.readyState === socket.OPEN) {
        woken = false;
        await deliver();
      }
    } catch {
      setTimeout(wake, retryMs).unref();
    } finally {
      running = false;
    }
  }

  function wake(): void {
    woken = true;
    if (!running) void run();
  }

  return { wake };
}

interface Frame {
  readonly activities: readonly Partial<Activity>[];
  readonly watermark: string;
}

/** One `ActivitySet` as one frame. */
function send(socket: WebSocket, set: Frame): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(JSON.stringify(set), (error) => (error ? reject(error) : resolve()));
  });
}
