import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorResponse } from '../channels/direct-line/errors.ts';
import type { ErrorResponseCode } from '../channels/direct-line/protocol.ts';
import type { BaseUrl } from './base-url.ts';
import { sendJson, setSecurityHeaders } from './http-answer.ts';
import type { Reject } from './metrics.ts';
import { type AllowsOrigin, corsHeaders, preflightHeaders } from './origins.ts';
import { isEncoded, maxBodyBytes } from './read-body.ts';

export interface GateParts {
  readonly basePath: string;
  readonly baseUrl: BaseUrl;
  readonly allowsOrigin: AllowsOrigin;
  readonly onReject: (reason: Reject) => void;
}

/** Whether a request may go on to its route; if not, it has been answered. */
export type Gate = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * What is decided before any route or body: headers that every response carries, addresses no router should see,
 * encoded and oversized bodies, and which pages of other origins may speak Direct Line.
 */
export function createGate({ basePath, baseUrl, allowsOrigin, onReject }: GateParts): Gate {
  const directLine = `${basePath}/v3/directline/`;

  return (request, response) => {
    const refuse = (code: ErrorResponseCode, reason: Reject): false => {
      onReject(reason);
      sendJson(request, response, errorResponse(code));
      return false;
    };
    const { url = '', headers } = request;
    setSecurityHeaders(response, baseUrl.isSecure(request));
    // A path begins with one slash: `//host` and whole URLs are for proxies, and `url.parse` throws on some of them.
    if (!/^\/(?!\/)[\x21-\x7e]*$/.test(url)) return refuse('BadArgument', 'malformed');
    if (isEncoded(request)) return refuse('UnsupportedMediaType', 'encoded');
    if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return refuse('MessageSizeTooBig', 'too-large');
    if (!url.startsWith(directLine)) return true;

    if (!allowsOrigin(headers.origin, headers.host)) return refuse('Forbidden', 'origin');
    for (const [name, value] of Object.entries(corsHeaders(headers.origin))) response.setHeader(name, value);
    // Read by pages of other origins: the allow-list above decides, not this header.
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (request.method !== 'OPTIONS') return true;
    sendJson(request, response, { status: 204, headers: preflightHeaders });
    return false;
  };
}
