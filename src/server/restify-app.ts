import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import pino from 'pino';
import restify, { type ServerOptions } from 'restify';
import type { RoutedRequest, RouteTable } from './routes.ts';

/**
 * Routes through restify. It never listens itself: our own server, whose time-outs and limits restify cannot be given,
 * hands its requests over. Nothing of restify's own error texts leaves: they repeat what was asked for.
 */
export function createRestifyApp(table: RouteTable): RequestListener {
  // Its types still name bunyan, which it has left for pino.
  const log = pino({ level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>;
  const app = restify.createServer({ name: '', log });
  for (const { method, path, handle } of table.routes) {
    app[method === 'POST' ? 'post' : 'get'](path, async (request: RoutedRequest, response: ServerResponse) =>
      handle(request, response),
    );
  }
  for (const [event, answer] of [
    ['NotFound', table.notFound],
    ['MethodNotAllowed', table.methodNotAllowed],
  ] as const) {
    // Its callback is not called: it would send restify's own answer.
    app.on(event, (request: IncomingMessage, response: ServerResponse) => answer(request, response));
  }
  return (request, response) => void app.server.emit('request', request, response);
}
