import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ProxyTrust } from './client-address.ts';
import { send, sendJson } from './http-answer.ts';
import type { Metrics } from './metrics.ts';
import type { Route } from './routes.ts';

export interface HealthParts {
  readonly basePath: string;
  /** What is still missing before visitors can be served; empty: ready. */
  readonly missing: () => Promise<readonly string[]>;
  readonly metrics: Metrics;
  /** Null: metrics are given to loopback only. */
  readonly metricsToken: string | null;
  readonly proxy: ProxyTrust;
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** `/healthz`: the process lives. `/readyz`: it can serve, with its store. `/metrics`: for Prometheus. */
export function healthRoutes(parts: HealthParts): readonly Route[] {
  const route = (path: string, handle: Route['handle']): Route => ({
    method: 'GET',
    path: parts.basePath + path,
    handle,
  });
  return [
    route('/healthz', async (request, response) =>
      send(request, response, { status: 200, headers: plain, body: 'ok\n' }),
    ),
    route('/readyz', async (request, response) => {
      const missing = await parts.missing();
      const status = missing.length === 0 ? 200 : 503;
      sendJson(request, response, {
        status,
        headers: { 'cache-control': 'no-store' },
        body: { ready: status === 200, missing },
      });
    }),
    route('/metrics', async (request, response) => {
      if (!mayRead(request, parts)) {
        const headers: Record<string, string> = parts.metricsToken === null ? {} : { 'www-authenticate': 'Bearer' };
        send(request, response, { status: parts.metricsToken === null ? 403 : 401, headers, body: '' });
        return;
      }
      const body = await parts.metrics.text();
      send(request, response, { status: 200, headers: { ...plain, 'content-type': parts.metrics.contentType }, body });
    }),
  ];
}

function mayRead(request: IncomingMessage, { metricsToken, proxy }: HealthParts): boolean {
  const { headers, socket } = request;
  if (metricsToken === null) {
    // A proxy on this machine brings strangers from loopback: they carry its header.
    const address = proxy.clientAddress(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''));
    return headers['x-forwarded-for'] === undefined ? isLoopback(address) : false;
  }
  const given = Buffer.from(/^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '');
  const wanted = Buffer.from(metricsToken);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
