import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChannelResponse } from '../channels/channel-http.ts';

/** On every response. Pages add their own content policy. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Sets what every response carries; two years of HTTPS where the client came by it. */
export function setSecurityHeaders(response: ServerResponse, secure: boolean): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (secure) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
}

/** Sends a channel's answer as JSON. */
export function sendJson(request: IncomingMessage, response: ServerResponse, answer: ChannelResponse): void {
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  send(request, response, {
    status: answer.status,
    headers: { ...(body && { 'content-type': 'application/json; charset=utf-8' }), ...answer.headers },
    body,
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Sends an answer whole; the connection of a request that was not read to its end is closed behind it. */
export function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const unread = !request.complete && hasBody(request);
  if (unread) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(request.method === 'HEAD' ? '' : body, () => {
    if (unread) lingeringClose(request);
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A moment for the client to read the answer before the reset that unread data causes. */
function lingeringClose(request: IncomingMessage): void {
  setTimeout(() => request.socket.destroy(), 200).unref();
}
