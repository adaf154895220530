import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ActivitySet, WireActivity } from '../../../src/channels/direct-line/protocol.ts';
import { lineOf } from './direct-line-client.ts';

/** One end of a stream, with everything that came through it. */
export interface Stream {
  readonly socket: WebSocket;
  /** Frames with activities. */
  readonly sets: readonly ActivitySet[];
  /** Frames that were empty. */
  readonly pings: () => number;
  readonly activities: () => readonly WireActivity[];
  readonly lines: () => readonly string[];
  /** The last watermark given. */
  readonly watermark: () => string;
  /** How the other end closed it. */
  readonly closed: Promise<number>;
}

/**
 * Opens a stream.
 * @throws Error whose message holds the status when it is refused
 */
export async function openStream(url: string, options: { readonly origin?: string } = {}): Promise<Stream> {
  const socket = new WebSocket(url, options);
  const sets: ActivitySet[] = [];
  let pings = 0;
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '') pings += 1;
    else sets.push(JSON.parse(text));
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await once(socket, 'open');
  const activities = () => sets.flatMap((set) => set.activities);
  return {
    socket,
    sets,
    closed,
    activities,
    pings: () => pings,
    lines: () => activities().map(lineOf),
    watermark: () => sets.findLast((set) => set.watermark !== undefined)?.watermark ?? '',
  };
}
