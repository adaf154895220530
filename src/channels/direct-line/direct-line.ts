import type { WebSocket } from 'ws';
import { AnswerlineError } from '../../errors.ts';
import type { ChannelHandler, ChannelRequest, ChannelResponse, ChannelRoute } from '../channel-http.ts';
import type { Limits, RateLimit } from '../rate-limit.ts';
import { bearerAccess, conversationAccess } from './access.ts';
import type { ActivityLog } from './activity-log.ts';
import type { RunTurn } from './adapter.ts';
import { type AzureParts, azureToken } from './azure-tokens.ts';
import { readClientActivity, readStart } from './client-activity.ts';
import { errorResponse } from './errors.ts';
import { createLiveReplies } from './live-replies.ts';
import { createLiveWords } from './live-words.ts';
import type { ConversationResponse, TokenResponse } from './protocol.ts';
import { createStreams, type Streams } from './streams.ts';
import { newConversationId, newUserId, type TokenClaims, type Tokens } from './tokens.ts';
import { greet, postActivity, type Speaker, type TurnsParts } from './turns.ts';
import { readWatermark, writeWatermark } from './watermark.ts';

export interface DirectLineParts {
  readonly log: ActivityLog;
  /** Forgets a conversation whose visitor leaves for good. */
  readonly forget: (key: string) => Promise<void>;
  readonly tokens: Tokens;
  /** Resolves when the bot is there. */
  readonly runTurn: () => Promise<RunTurn>;
  readonly botName: () => string;
  /** On messages; by address on starts too. */
  readonly limits: Limits;
  /** Given, tokens are Azure's and conversations are held there. */
  readonly azure: AzureParts | null;
  /** Told of a welcome that failed; a failed request is the caller's to report. */
  readonly onFault: (error: unknown) => void;
  /** Milliseconds between pings of sockets. */
  readonly pingMs?: number;
}

/** The embedded Direct Line: its routes below `/v3/directline`, and what a WebSocket needs. */
export interface DirectLine {
  readonly routes: readonly ChannelRoute[];
  readonly streams: Streams;
  /** Serves a conversation's log to a socket, after what the client has. */
  readonly listen: (socket: WebSocket, key: string, after: number) => void;
  readonly tokens: Tokens;
  readonly log: ActivityLog;
  /** Turns that are running; the server waits for them before it stops. */
  readonly running: () => number;
}

/** Activities in one answer to a poll. */
const pageSize = 100;

export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { log, tokens, limits } = parts;
  const words = createLiveWords();
  const replies = createLiveReplies();
  const streams = createStreams({ log, words, ...(parts.pingMs !== undefined && { pingMs: parts.pingMs }) });
  const turns: TurnsParts = { ...parts, streams, words, replies };
  let running = 0;

  const counted = async <T>(turn: Promise<T>): Promise<T> => {
    running += 1;
    try {
      return await turn;
    } finally {
      running -= 1;
    }
  };

  const generate: ChannelHandler = async (request) => {
    const refusal = await overLimit(limits.address, request.address);
    if (refusal) return refusal;
    if (parts.azure) return azureToken(parts.azure);
    const claims = freshClaims(readStart(request.body).locale);
    return noStore(200, await tokenResponse(claims, tokens));
  };

  const refresh: ChannelHandler = async (request) => {
    const access = await bearerAccess(request, tokens);
    if ('refusal' in access) return access.refusal;
    const { claims } = access;
    if (claims.started && !(await isOpen(speakerOf(claims), log))) return errorResponse('NotFound');
    // It has its log by now.
    const { unlogged: _, ...kept } = claims;
    return noStore(200, await tokenResponse(kept, tokens));
  };

  const start: ChannelHandler = async (request) => {
    const access = request.headers.authorization ? await bearerAccess(request, tokens) : { claims: freshClaims() };
    if ('refusal' in access) return access.refusal;
    const refusal = await overLimit(limits.address, request.address);
    if (refusal) return refusal;
    const locale = readStart(request.body).locale ?? access.claims.locale;
    const { unlogged: _, ...kept } = access.claims;
    const claims: TokenClaims = { ...kept, ...(locale && { locale }), started: true };
    const speaker = speakerOf(claims);
    const state = await begin(speaker, log);
    // Not awaited: the visitor's box is there before the welcome is.
    if (state !== 'running') void counted(greet(speaker, turns)).catch(parts.onFault);
    const given: TokenClaims = state === 'unlogged' ? { ...claims, unlogged: true } : claims;
    return noStore(state === 'running' ? 200 : 201, await conversationResponse(request, given, '', tokens));
  };

  const reconnect: ChannelHandler = async (request) => {
    const access = await conversationAccess(request, tokens);
    if ('refusal' in access) return access.refusal;
    const { watermark } = request.query;
    if (readWatermark(watermark) === null) return errorResponse('BadArgument');
    if (!(await isOpen(speakerOf(access.claims), log))) return errorResponse('NotFound');
    return noStore(200, await conversationResponse(request, access.claims, watermark ?? '', tokens));
  };

  const poll: ChannelHandler = async (request) => {
    const access = await conversationAccess(request, tokens);
    if ('refusal' in access) return access.refusal;
    const after = readWatermark(request.query.watermark);
    if (after === null) return errorResponse('BadArgument');
    const speaker = speakerOf(access.claims);
    const live = replies.take(speaker.key);
    try {
      if (!(await isOpen(speaker, log))) return errorResponse('NotFound');
      const entries = await log.read(speaker.key, after, pageSize);
      const activities = [...entries.map(({ activity }) => words.fill(activity)), ...live];
      return noStore(200, { activities, watermark: writeWatermark(entries.at(-1)?.sequence ?? after) });
    } catch (error) {
      if (live.length === 0) throw error;
      return noStore(200, { activities: live, watermark: writeWatermark(after) });
    }
  };

  const post: ChannelHandler = async (request) => {
    const access = await conversationAccess(request, tokens);
    if ('refusal' in access) return access.refusal;
    const activity = readClientActivity(request.body);
    if (activity.kind === 'malformed') return errorResponse('BadArgument');
    if (activity.kind === 'attachment') return errorResponse('AttachmentsNotSupported');
    const speaker = speakerOf(access.claims);
    const refusal =
      (await overLimit(limits.address, request.address)) ?? (await overLimit(limits.conversation, speaker.key));
    if (refusal) return refusal;
    if (!(await isOpen(speaker, log).catch(whileStoreIsAway))) return errorResponse('NotFound');
    if (activity.kind === 'ignored') return { status: 200, body: { id: newConversationId() } };
    if (activity.kind === 'end') {
      await parts.forget(speaker.key);
      streams.end(speaker.key);
      return { status: 200, body: { id: newConversationId() } };
    }
    return counted(postActivity(activity, speaker, turns));
  };

  const upload: ChannelHandler = async (request) => {
    const access = await conversationAccess(request, tokens);
    return 'refusal' in access ? access.refusal : errorResponse('AttachmentsNotSupported');
  };

  const own: readonly ChannelRoute[] = [
    { method: 'POST', path: '/tokens/refresh', handle: refresh },
    { method: 'POST', path: '/conversations', handle: start },
    { method: 'GET', path: '/conversations/:conversationId', handle: reconnect },
    { method: 'GET', path: '/conversations/:conversationId/activities', handle: poll },
    { method: 'POST', path: '/conversations/:conversationId/activities', handle: post },
    { method: 'POST', path: '/conversations/:conversationId/upload', handle: upload, ignoresBody: true },
  ];
  return {
    routes: [{ method: 'POST', path: '/tokens/generate', handle: generate }, ...(parts.azure ? [] : own)],
    streams,
    listen: (socket, key, after) => {
      streams.open(socket, key, after);
      const missed = replies.take(key);
      if (missed.length > 0) streams.showLive(key, missed);
    },
    tokens,
    log,
    running: () => running,
  };
}

/** Conversations of this channel, apart from those of others in the same store. */
export function logKey(conversationId: string): string {
  return `direct-line:${conversationId}`;
}

function speakerOf(claims: TokenClaims): Speaker {
  return { key: logKey(claims.conversationId), claims };
}

function freshClaims(locale?: string): TokenClaims {
  return { conversationId: newConversationId(), userId: newUserId(), use: 'client', ...(locale && { locale }) };
}

/** Makes the conversation's log; without a store it begins all the same and its log is made when the store is back. */
async function begin({ key }: Speaker, log: ActivityLog): Promise<'new' | 'running' | 'unlogged'> {
  try {
    const running = await log.exists(key);
    await log.create(key);
    return running ? 'running' : 'new';
  } catch (error) {
    whileStoreIsAway(error);
    return 'unlogged';
  }
}

/** Whether the conversation goes on; one that began without a store gets its log now. */
async function isOpen({ key, claims }: Speaker, log: ActivityLog): Promise<boolean> {
  if (await log.exists(key)) return true;
  if (!claims.unlogged) return false;
  await log.create(key);
  return true;
}

/** 911 and the tip line are given without a store too. */
function whileStoreIsAway(error: unknown): true {
  if (error instanceof AnswerlineError && error.code === 'STORE_UNAVAILABLE') return true;
  throw error;
}

async function overLimit(limit: RateLimit, key: string): Promise<ChannelResponse | null> {
  const verdict = await limit(key);
  return verdict.allowed ? null : errorResponse('TooManyRequests', { 'retry-after': String(verdict.retryAfter) });
}

async function tokenResponse(claims: TokenClaims, tokens: Tokens): Promise<TokenResponse> {
  const token = await tokens.issue({ ...claims, use: 'client' });
  return { conversationId: claims.conversationId, token, expires_in: tokens.lifetime };
}

async function conversationResponse(
  { baseUrl }: ChannelRequest,
  claims: TokenClaims,
  watermark: string,
  tokens: Tokens,
): Promise<ConversationResponse> {
  // Token first: what stands in a query is cut at the end if anywhere.
  const token = await tokens.issue({ ...claims, use: 'stream' });
  const base = (baseUrl ?? '').replace(/^http/, 'ws');
  const streamUrl = `${base}/v3/directline/conversations/${claims.conversationId}/stream?t=${token}&watermark=${watermark}`;
  return { ...(await tokenResponse(claims, tokens)), streamUrl };
}

function noStore(status: number, body: unknown): ChannelResponse {
  return { status, headers: { 'cache-control': 'no-store' }, body };
}
