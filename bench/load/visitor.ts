import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { ActivitySet, ConversationResponse } from '../../src/channels/direct-line/protocol.ts';

/** A visitor on a WebSocket, as the widget is one: sends by POST, hears replies on the socket. */
export interface Visitor {
  /** Sends one message at a time; resolves with the milliseconds until a reply arrived, or null if it was refused or none came. */
  ask(text: string): Promise<number | null>;
  leave(): void;
}

/** Longest a reply may take before it counts as lost, milliseconds. */
const LOST_MS = 10_000;

/**
 * Begins a conversation at `url`, waits for its socket and for the welcome.
 * @throws when the server refuses the conversation or the socket
 */
export async function arrive(url: string): Promise<Visitor> {
  const started = await fetch(`${url}/v3/directline/conversations`, { method: 'POST' });
  if (!started.ok) throw new Error(`the server refused a conversation with ${started.status}`);
  const { conversationId, token, streamUrl } = (await started.json()) as ConversationResponse;
  const socket = new WebSocket(streamUrl);
  let heard = Promise.withResolvers<number>();
  socket.on('message', (frame) => {
    const text = String(frame);
    if (text === '') return;
    const { activities } = JSON.parse(text) as ActivitySet;
    if (activities.some(({ from, type }) => from.role === 'bot' && type === 'message'))
      heard.resolve(performance.now());
  });
  const inTime = () => Promise.race([heard.promise, wait(LOST_MS, null, { ref: false })]);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  await inTime();

  return {
    ask: async (text) => {
      heard = Promise.withResolvers();
      const sent = performance.now();
      const response = await fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: randomUUID() } }),
      });
      await response.arrayBuffer();
      if (!response.ok) return null;
      const at = await inTime();
      return at === null ? null : at - sent;
    },
    leave: () => socket.terminate(),
  };
}
