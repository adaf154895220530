import type { ActivitySet, ClientActivity, StartRequest } from '../../channels/direct-line/protocol.ts';
import { type Outcome, request } from './request.ts';

/** A conversation as this tab knows it. */
export interface Conversation {
  readonly id: string;
  readonly token: string;
  /** Covers what was delivered; null before the first delivery. */
  readonly watermark: string | null;
  /** Address of the Direct Line routes, without a trailing slash: the bot's own, or Azure's. */
  readonly endpoint: string;
}

export interface Opened {
  readonly conversation: Conversation;
  readonly streamUrl: string | null;
}

/**
 * Begins a conversation with the bot. A server that leaves conversations to Azure's Direct Line has no such route; it
 * hands out a token and Azure's address (`domain`), and the conversation is begun there.
 */
export async function begin(base: string, locale: string): Promise<Outcome<Opened>> {
  const body: StartRequest = { locale };
  const own = `${base}v3/directline`;
  const here = await request({ method: 'POST', url: `${own}/conversations`, body });
  if (here.ok || (here.status !== 404 && here.status !== 405)) return opened(here, own);
  const ticket = opened(await request({ method: 'POST', url: `${own}/tokens/generate`, body }), own);
  if (!ticket.ok) return ticket;
  const { endpoint, token } = ticket.value.conversation;
  return opened(await request({ method: 'POST', url: `${endpoint}/conversations`, token, body }), endpoint);
}

/** Ends a conversation for good, so that the server forgets it at once; goes on while the page is left. */
export function end(conversation: Conversation): void {
  const body = { type: 'endOfConversation', from: { id: 'visitor' } };
  const url = at(conversation, '/activities');
  void request({ method: 'POST', url, token: conversation.token, body, keepalive: true });
}

/** A fresh stream for a conversation that is still held, from the watermark on. */
export async function resume(conversation: Conversation): Promise<Outcome<Opened>> {
  const url = at(conversation, `?watermark=${encodeURIComponent(conversation.watermark ?? '')}`);
  const outcome = opened(await request({ method: 'GET', url, token: conversation.token }), conversation.endpoint);
  if (!outcome.ok) return outcome;
  const { watermark } = conversation;
  return { ok: true, value: { ...outcome.value, conversation: { ...outcome.value.conversation, watermark } } };
}

export async function refresh(conversation: Conversation): Promise<Outcome<Conversation>> {
  const url = `${conversation.endpoint}/tokens/refresh`;
  const outcome = await request({ method: 'POST', url, token: conversation.token });
  if (!outcome.ok) return outcome;
  const token = field(outcome.value, 'token');
  return token ? { ok: true, value: { ...conversation, token } } : unreadable;
}

/** Sends an activity; the value is the id given to it. The same `clientActivityID` gets the same id. */
export async function post(conversation: Conversation, activity: ClientActivity): Promise<Outcome<string>> {
  // The server makes the sender's id itself; Azure's wants one of the client's.
  const body = { ...activity, from: { id: 'visitor' } };
  const url = at(conversation, '/activities');
  const outcome = await request({ method: 'POST', url, token: conversation.token, body });
  return outcome.ok ? { ok: true, value: field(outcome.value, 'id') ?? '' } : outcome;
}

export async function poll(conversation: Conversation): Promise<Outcome<ActivitySet>> {
  const url = at(conversation, `/activities?watermark=${encodeURIComponent(conversation.watermark ?? '')}`);
  const outcome = await request({ method: 'GET', url, token: conversation.token });
  if (!outcome.ok) return outcome;
  const set = activitySet(outcome.value);
  return set ? { ok: true, value: set } : unreadable;
}

/** Reads an activity set; null where it is none. */
export function activitySet(value: unknown): ActivitySet | null {
  if (typeof value !== 'object' || value === null || !('activities' in value)) return null;
  return Array.isArray(value.activities) ? (value as ActivitySet) : null;
}

/** An answer that is not what the protocol says is treated like a fault of the server. */
const unreadable = { ok: false, status: 502, retryAfter: null } as const;

function opened(outcome: Outcome<unknown>, endpoint: string): Outcome<Opened> {
  if (!outcome.ok) return outcome;
  const id = field(outcome.value, 'conversationId');
  const token = field(outcome.value, 'token');
  if (!id || !token) return unreadable;
  const conversation = { id, token, watermark: null, endpoint: field(outcome.value, 'domain') ?? endpoint };
  return { ok: true, value: { conversation, streamUrl: field(outcome.value, 'streamUrl') } };
}

function at(conversation: Conversation, rest: string): string {
  return `${conversation.endpoint}/conversations/${encodeURIComponent(conversation.id)}${rest}`;
}

function field(value: unknown, name: string): string | null {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
  return typeof found === 'string' && found !== '' ? found : null;
}
