import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorResponse } from '../channels/direct-line/errors.ts';
import { AnswerlineError } from '../errors.ts';
import { refuse, type Upgrade } from './upgrade.ts';

/** How long a client may take, milliseconds. Node looks every second. */
const timeouts = {
  /** To send its headers, from the first byte or the connection's beginning. */
  headersTimeout: 6_000,
  /** To send its whole request. */
  requestTimeout: 10_000,
  /** Between requests; longer than the usual proxies' own 60 s, so that they close first. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
};
/** Without any traffic while a request is answered, milliseconds: a client that does not read its answer. */
const silenceMs = 30_000;

export interface HttpServerParts {
  readonly handle: RequestListener;
  readonly upgrade: Upgrade;
  readonly maxConnections: number;
  readonly onClientError: () => void;
}

/** The listening server. */
export interface HttpServer {
  /**
   * @returns the port, chosen by the system where 0 was asked for
   * @throws AnswerlineError `PORT_TAKEN` with one sentence
   */
  listen(host: string, port: number): Promise<number>;
  /** Accepts no more, lets what runs finish, and cuts what has not by the deadline, milliseconds from now. */
  close(deadlineMs: number): Promise<void>;
}

/** Node's own server with the time-outs and limits that keep slow clients from holding it. */
export function createHttpServer(parts: HttpServerParts): HttpServer {
  const server = http.createServer({ ...timeouts, maxHeaderSize: 16 * 1024 });
  server.timeout = silenceMs;
  server.maxConnections = parts.maxConnections;
  server.maxRequestsPerSocket = 10_000;
  let closing = false;

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (closing) response.setHeader('connection', 'close');
    parts.handle(request, response);
  };
  server.on('request', handle);
  server.on('checkContinue', (request, response) => {
    response.writeContinue();
    handle(request, response);
  });
  server.on('checkExpectation', (_, response) => {
    response.writeHead(417, { connection: 'close' });
    response.end();
  });
  server.on('upgrade', parts.upgrade);
  server.on('connect', (_, socket) => refuse(socket, errorResponse('MethodNotAllowed')));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    parts.onClientError();
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuse(socket, errorResponse(error.code === 'HPE_HEADER_OVERFLOW' ? 'MessageSizeTooBig' : 'BadArgument'));
  });

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
        server.listen(port, host, () => {
          server.removeAllListeners('error');
          resolve((server.address() as AddressInfo).port);
        });
      }),
    close: (deadlineMs) =>
      new Promise((resolve) => {
        closing = true;
        const force = setTimeout(() => server.closeAllConnections(), deadlineMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new AnswerlineError('PORT_TAKEN', `PORT: ${port} on ${host} is taken: stop what uses it or choose another.`);
  }
  if (error.code === 'EACCES') {
    return new AnswerlineError(
      'PORT_TAKEN',
      `PORT: ${port} needs rights that this process lacks: choose one over 1023.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new AnswerlineError('CONFIG_INVALID', `HOST: ${host} is no address of this machine.`);
  }
  return error;
}
