import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request whose path a route matched. */
export interface RoutedRequest extends IncomingMessage {
  readonly params?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Base path included; `:name` stands for one segment. */
  readonly path: string;
  /** Answers, whatever happens; never rejects. */
  readonly handle: (request: RoutedRequest, response: ServerResponse) => Promise<void>;
}

/** Everything that can be asked for. */
export interface RouteTable {
  readonly routes: readonly Route[];
  readonly notFound: (request: IncomingMessage, response: ServerResponse) => void;
  readonly methodNotAllowed: (request: IncomingMessage, response: ServerResponse) => void;
}
