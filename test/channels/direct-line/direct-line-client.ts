import assert from 'node:assert/strict';
import type {
  ActivitySet,
  ConversationResponse,
  ErrorResponse,
  TokenResponse,
  WireActivity,
} from '../../../src/channels/direct-line/protocol.ts';

/** An HTTP answer with its JSON read. */
export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A plain client of one conversation, as small as the protocol allows. */
export interface Client {
  readonly conversation: ConversationResponse;
  /** Request below `/v3/directline`, with the conversation's token unless headers say otherwise. */
  request<T>(path: string, init?: RequestInit): Promise<Reply<T & Partial<ErrorResponse>>>;
  post(activity: unknown): Promise<Reply<{ id: string } & Partial<ErrorResponse>>>;
  say(text: string, clientActivityID?: string): Promise<string>;
  poll(watermark?: string): Promise<ActivitySet>;
  /** Texts of the whole log, `you:` before the visitor's. */
  texts(): Promise<readonly string[]>;
}

/** Starts a conversation at an application and waits for its welcome. */
export async function startConversation(url: string, locale = 'en'): Promise<Client> {
  const client = clientOf(
    url,
    (await send<ConversationResponse>(`${url}/v3/directline/conversations`, { body: JSON.stringify({ locale }) })).body,
  );
  await until(async () => (await client.poll()).activities.length > 0);
  return client;
}

/** A client of a conversation that was started elsewhere. */
export function clientOf(url: string, conversation: ConversationResponse): Client {
  const base = `${url}/v3/directline`;
  const own = `/conversations/${conversation.conversationId}`;
  const request: Client['request'] = (path, init = {}) =>
    send(base + path, { ...init, headers: { authorization: `Bearer ${conversation.token}`, ...init.headers } });
  const client: Client = {
    conversation,
    request,
    post: (activity) => request(`${own}/activities`, { body: JSON.stringify(activity) }),
    say: async (text, clientActivityID) => {
      const channelData = clientActivityID ? { clientActivityID } : {};
      const { status, body } = await client.post({ type: 'message', text, from: { id: 'me' }, channelData });
      assert.equal(status, 200, JSON.stringify(body));
      return body.id;
    },
    poll: async (watermark = '') =>
      (await request<ActivitySet>(`${own}/activities?watermark=${watermark}`, { method: 'GET' })).body,
    texts: async () => (await client.poll()).activities.map(lineOf),
  };
  return client;
}

export function lineOf({ from, text }: WireActivity): string {
  return `${from.role === 'user' ? 'you: ' : ''}${text}`;
}

/** POST (GET where asked) with JSON. */
export async function send<T = TokenResponse>(
  url: string,
  init: RequestInit = {},
): Promise<Reply<T & Partial<ErrorResponse>>> {
  const response = await fetch(url, {
    method: 'POST',
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

/** Waits until something holds, at most two seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what = 'what was awaited'): Promise<void> {
  const end = Date.now() + 2_000;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`${what} did not happen within two seconds`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
