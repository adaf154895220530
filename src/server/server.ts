import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ChannelHandler } from '../channels/channel-http.ts';
import type { DirectLine } from '../channels/direct-line/direct-line.ts';
import { errorResponse } from '../channels/direct-line/errors.ts';
import type { ErrorResponseCode } from '../channels/direct-line/protocol.ts';
import type { Config } from '../config.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createBaseUrl } from './base-url.ts';
import { channelRoute } from './channel-route.ts';
import { createProxyTrust } from './client-address.ts';
import { createGate } from './gate.ts';
import { healthRoutes } from './health.ts';
import { sendJson } from './http-answer.ts';
import { createHttpServer } from './http-server.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createAllowsOrigin } from './origins.ts';
import { pageRoutes } from './page-routes.ts';
import type { RouteTable } from './routes.ts';
import { createUpgrade } from './upgrade.ts';
import type { WidgetAssets } from './widget-bundle.ts';

export interface ServerParts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  /** What is in use now. */
  readonly content: () => { readonly knowledge: Knowledge; readonly assets: WidgetAssets };
  readonly directLine: DirectLine;
  /** `POST /api/messages`; null: not served. */
  readonly messages: ChannelHandler | null;
  /** What is still missing before visitors can be served; empty: ready. */
  readonly missing: () => Promise<readonly string[]>;
}

export interface Server {
  /** Address it listens on, e.g. `http://127.0.0.1:3978`, base path included. */
  readonly url: string;
  /** Stops accepting, lets requests, turns and sockets finish, and ends within `withinMs` milliseconds. */
  stop(withinMs: number): Promise<void>;
}

/** Wires routes, limits and headers together and listens. */
export async function startServer(parts: ServerParts): Promise<Server> {
  const { config, log, metrics, directLine } = parts;
  const { basePath } = config;
  const proxy = createProxyTrust(config.limits.trustProxy);
  const baseUrl = createBaseUrl(config.publicUrl, basePath, proxy);
  const allowsOrigin = createAllowsOrigin(config.directLine.allowedOrigins);
  const onReject = metrics.reject;
  const onFault = (error: unknown) => {
    metrics.turnError();
    log.error('request failed', { error });
  };
  const answerError = (code: ErrorResponseCode) => (request: IncomingMessage, response: ServerResponse) =>
    sendJson(request, response, errorResponse(code));

  const channelParts = { proxy, baseUrl: baseUrl.of, metrics, log };
  const notFound = answerError('NotFound');
  const table: RouteTable = {
    notFound,
    methodNotAllowed: answerError('MethodNotAllowed'),
    routes: [
      ...healthRoutes({ basePath, missing: parts.missing, metrics, metricsToken: config.metricsToken, proxy }),
      ...pageRoutes({ ...parts, basePath, baseUrl, official: config.official, demo: config.demoPage, notFound }),
      ...directLine.routes.map((route) =>
        channelRoute({ ...route, path: `${basePath}/v3/directline${route.path}` }, channelParts),
      ),
      ...(parts.messages
        ? [channelRoute({ method: 'POST', path: `${basePath}/api/messages`, handle: parts.messages }, channelParts)]
        : []),
    ],
  };
  const { createRestifyApp } = await import('./restify-app.ts');
  const app = createRestifyApp(table);
  const gate = createGate({ basePath, baseUrl, allowsOrigin, onReject });
  const handle: RequestListener = (request, response) => {
    try {
      if (gate(request, response)) app(request, response);
    } catch (error) {
      onFault(error);
      sendJson(request, response, errorResponse('ServerError'));
    }
  };

  const server = createHttpServer({
    handle,
    upgrade: createUpgrade({ basePath, directLine, allowsOrigin, onReject, onFault }),
    maxConnections: config.limits.connections,
    onClientError: () => onReject('client-error'),
  });
  const port = await server.listen(config.host, config.port);
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}${basePath}`,
    stop: async (withinMs) => {
      const end = performance.now() + withinMs;
      const closed = server.close(withinMs);
      await turnsEnded(directLine, end - 500);
      directLine.streams.close();
      await closed;
    },
  };
}

/** Welcomes run outside of any request. */
async function turnsEnded(directLine: DirectLine, until: number): Promise<void> {
  while (directLine.running() > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // A moment for the sockets to be told of the last turn.
  await new Promise((resolve) => setTimeout(resolve, 50));
}
