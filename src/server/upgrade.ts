import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ChannelResponse } from '../channels/channel-http.ts';
import { streamAccess } from '../channels/direct-line/access.ts';
import { type DirectLine, logKey } from '../channels/direct-line/direct-line.ts';
import { errorResponse } from '../channels/direct-line/errors.ts';
import { readWatermark } from '../channels/direct-line/watermark.ts';
import { AnswerlineError } from '../errors.ts';
import type { Reject } from './metrics.ts';
import type { AllowsOrigin } from './origins.ts';
import { maxBodyBytes } from './read-body.ts';

export interface UpgradeParts {
  readonly basePath: string;
  readonly directLine: DirectLine;
  readonly allowsOrigin: AllowsOrigin;
  readonly onReject: (reason: Reject) => void;
  readonly onFault: (error: unknown) => void;
}

/** Takes over a connection that asks for a WebSocket. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * WebSockets: only at a conversation's stream, only with its token in the query, only from allowed pages; everything
 * else is refused in plain HTTP before a byte of WebSocket is spoken.
 */
export function createUpgrade(parts: UpgradeParts): Upgrade {
  const { directLine } = parts;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: maxBodyBytes,
    perMessageDeflate: false,
  });
  const path = new RegExp(`^${literal(parts.basePath)}/v3/directline/conversations/([\\w-]{1,64})/stream$`);

  async function admit(request: IncomingMessage): Promise<ChannelResponse | { key: string; after: number }> {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    const conversationId = path.exec(url?.pathname ?? '')?.[1];
    if (!url || !conversationId) return errorResponse('NotFound');
    if (!parts.allowsOrigin(request.headers.origin, request.headers.host)) {
      parts.onReject('origin');
      return errorResponse('Forbidden');
    }
    const access = await streamAccess(url.searchParams.get('t') ?? '', conversationId, directLine.tokens);
    if ('refusal' in access) {
      parts.onReject('token');
      return access.refusal;
    }
    const after = readWatermark(url.searchParams.get('watermark') ?? undefined);
    if (after === null) return errorResponse('BadArgument');
    const key = logKey(conversationId);
    if (!access.claims.unlogged && !(await directLine.log.exists(key).catch(whileStoreIsAway))) {
      return errorResponse('NotFound');
    }
    if (directLine.streams.hasRoom(key)) return { key, after };
    parts.onReject('socket');
    return errorResponse('TooManyRequests', { 'retry-after': '30' });
  }

  async function take(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const admitted = await admit(request);
    if ('status' in admitted) {
      refuse(socket, admitted);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      directLine.listen(webSocket, admitted.key, admitted.after),
    );
  }

  return (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    take(request, socket, head).catch((error) => {
      parts.onFault(error);
      refuse(socket, errorResponse('ServerError'));
    });
  };
}

function whileStoreIsAway(error: unknown): true {
  if (error instanceof AnswerlineError && error.code === 'STORE_UNAVAILABLE') return true;
  throw error;
}

/** Answers in plain HTTP on a connection that was to become a WebSocket, and ends it. */
export function refuse(socket: Duplex, { status, headers = {}, body }: ChannelResponse): void {
  if (socket.destroyed) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = Object.entries({
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${text}`);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
