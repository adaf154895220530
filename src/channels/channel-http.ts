/**
 * HTTP as the channels see it: they know no server framework, so that only `src/server` imports restify.
 * The server has already refused bodies that are too large, encoded or not JSON.
 */
export interface ChannelRequest {
  readonly method: string;
  /** Route parameters, e.g. `conversationId`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, unvalidated; undefined where there was no body. */
  readonly body: unknown;
  /** Address of the client, trusted proxies resolved. */
  readonly address: string;
  /** Address under which the client reached us, base path included, without a trailing slash: `https://host/base`. */
  readonly baseUrl?: string;
}

export interface ChannelResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined: empty body. */
  readonly body?: unknown;
}

export type ChannelHandler = (request: ChannelRequest) => Promise<ChannelResponse>;

/** Where the server mounts a handler. */
export interface ChannelRoute {
  readonly method: 'GET' | 'POST';
  /** `:name` stands for one segment. */
  readonly path: string;
  readonly handle: ChannelHandler;
  /** The answer does not depend on the body, which is then not read at all. */
  readonly ignoresBody?: true;
}
