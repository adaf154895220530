import { randomUUID } from 'node:crypto';
import type { ConversationResponse } from '../../src/channels/direct-line/protocol.ts';
import { percentile } from './figures.ts';

export interface ThroughputResult {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly refused: number;
}

/** Where one of the loops posts its messages. */
export interface Conversation {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** As many turns as `inFlight` conversations can have, each waiting for the answer to its POST, for `seconds`. */
export async function throughput(url: string, inFlight: number, seconds: number): Promise<ThroughputResult> {
  return postAll(await Promise.all(Array.from({ length: inFlight }, () => begin(url))), seconds);
}

/** The closed loops themselves: the first second warms up and is not counted. */
export async function postAll(conversations: readonly Conversation[], seconds: number): Promise<ThroughputResult> {
  const counted = performance.now() + 1_000;
  const end = counted + seconds * 1_000;
  const times: number[] = [];
  let refused = 0;
  await Promise.all(
    conversations.map(async ({ url, headers }) => {
      while (performance.now() < end) {
        const began = performance.now();
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({
            type: 'message',
            text: 'does ice work with cbp',
            from: { id: 'visitor' },
            channelData: { clientActivityID: randomUUID() },
          }),
        });
        await response.arrayBuffer();
        if (!response.ok) refused += 1;
        else if (began > counted) times.push(performance.now() - began);
      }
    }),
  );
  return { perSecond: times.length / seconds, p99Ms: percentile(times, 0.99), refused };
}

async function begin(url: string): Promise<Conversation> {
  const response = await fetch(`${url}/v3/directline/conversations`, { method: 'POST' });
  const { conversationId, token } = (await response.json()) as ConversationResponse;
  return {
    url: `${url}/v3/directline/conversations/${conversationId}/activities`,
    headers: { authorization: `Bearer ${token}` },
  };
}
