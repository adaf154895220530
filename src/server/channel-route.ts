import type { IncomingMessage } from 'node:http';
import type { ChannelRequest, ChannelResponse, ChannelRoute } from '../channels/channel-http.ts';
import { errorResponse } from '../channels/direct-line/errors.ts';
import { AnswerlineError } from '../errors.ts';
import type { ProxyTrust } from './client-address.ts';
import { sendJson } from './http-answer.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { readBody } from './read-body.ts';
import type { Route, RoutedRequest } from './routes.ts';

export interface ChannelRouteParts {
  readonly proxy: ProxyTrust;
  readonly baseUrl: (request: IncomingMessage) => string;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** A channel's handler as a route: reads the body, answers whatever happens, and times it. */
export function channelRoute({ method, path, handle, ignoresBody }: ChannelRoute, parts: ChannelRouteParts): Route {
  const { metrics, log } = parts;

  async function answer(request: RoutedRequest): Promise<ChannelResponse> {
    const body = method === 'GET' || ignoresBody ? { json: undefined } : await readBody(request);
    if ('fault' in body) {
      metrics.reject(body.fault === 'unsupported' ? 'encoded' : body.fault);
      return errorResponse(bodyErrors[body.fault]);
    }
    return handle(channelRequest(request, body.json, parts));
  }

  return {
    method,
    path,
    handle: async (request, response) => {
      const started = performance.now();
      const result = await answer(request).catch((error) => failure(error, request, path, parts));
      sendJson(request, response, result);
      const seconds = (performance.now() - started) / 1000;
      metrics.request(path, method, result.status, seconds);
      if (result.status === 401 || result.status === 403) metrics.reject('token');
      log.debug('request', { route: path, method, status: result.status, ms: Math.round(seconds * 1000) });
    },
  };
}

const bodyErrors = {
  malformed: 'BadArgument',
  'too-large': 'MessageSizeTooBig',
  unsupported: 'UnsupportedMediaType',
} as const;

/** What went wrong is the log's, never the client's. */
function failure(
  error: unknown,
  request: IncomingMessage,
  route: string,
  { metrics, log }: ChannelRouteParts,
): ChannelResponse {
  if (error instanceof AnswerlineError && error.code === 'STORE_UNAVAILABLE') {
    metrics.storeError();
    return errorResponse('ServiceUnavailable', { 'retry-after': '2' });
  }
  // Whoever hung up needs no answer and is no fault of ours.
  if (request.destroyed && !request.complete) return errorResponse('BadArgument');
  metrics.turnError();
  log.error('request failed', { route, error });
  return errorResponse('ServerError');
}

function channelRequest(request: RoutedRequest, body: unknown, { proxy, baseUrl }: ChannelRouteParts): ChannelRequest {
  const { headers } = request;
  const { url = '' } = request;
  const query = url.includes('?') ? URL.parse(url, 'http://localhost')?.searchParams : undefined;
  return {
    method: request.method ?? 'GET',
    params: request.params ?? {},
    query: Object.fromEntries(query ?? []),
    headers: headers as ChannelRequest['headers'],
    body,
    address: proxy.clientAddress(request.socket.remoteAddress, String(headers['x-forwarded-for'] ?? '')),
    baseUrl: baseUrl(request),
  };
}
