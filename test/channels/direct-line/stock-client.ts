import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { Observable } from 'rxjs';
import type { WireActivity } from '../../../src/channels/direct-line/protocol.ts';
import { lineOf } from './direct-line-client.ts';

/** Microsoft's own client with everything it saw. */
export interface StockClient {
  readonly directLine: DirectLine;
  readonly activities: readonly WireActivity[];
  readonly lines: () => readonly string[];
  readonly statuses: readonly ConnectionStatus[];
  /** Sockets it opened, the last one last. */
  readonly sockets: readonly WebSocket[];
  say(text: string, clientActivityID?: string): Promise<string>;
  end(): void;
}

export { ConnectionStatus };

/** The request that its `ajax` service is asked for. */
interface AjaxRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * The real botframework-directlinejs. It brings no XMLHttpRequest to Node, so its requests go through `fetch`;
 * its waits before a reconnect are cut to nothing.
 */
export function stockClient(options: Readonly<Record<string, unknown>>): StockClient {
  const activities: WireActivity[] = [];
  const statuses: ConnectionStatus[] = [];
  const sockets: WebSocket[] = [];
  const services = {
    ajax,
    random: () => -0.25,
    WebSocket: class extends WebSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    },
  };
  // Its types ask for the whole of XMLHttpRequest's relatives; it calls `ajax` itself only.
  const all = { timeout: 20_000, ...options, ...services } as unknown as ConstructorParameters<typeof DirectLine>[0];
  const directLine = new DirectLine(all);
  directLine.connectionStatus$.subscribe((status) => statuses.push(status));
  const subscription = directLine.activity$.subscribe(
    (activity) => activities.push(activity as unknown as WireActivity),
    () => {},
  );
  return {
    directLine,
    activities,
    statuses,
    sockets,
    lines: () => activities.map(lineOf),
    say: (text, clientActivityID) =>
      directLine
        .postActivity({
          type: 'message',
          text,
          from: { id: 'me' },
          ...(clientActivityID && { channelData: { clientActivityID } }),
        })
        .toPromise(),
    end: () => {
      subscription.unsubscribe();
      directLine.end();
    },
  };
}

function ajax({ url, method = 'GET', headers = {}, body }: AjaxRequest) {
  return new Observable<unknown>((subscriber) => {
    const cut = new AbortController();
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    fetch(url, { method, headers, ...json, signal: cut.signal })
      .then(async (response) => {
        const text = await response.text();
        const answer = {
          status: response.status,
          response: text ? JSON.parse(text) : null,
          xhr: { getResponseHeader },
        };
        function getResponseHeader(name: string) {
          return response.headers.get(name);
        }
        if (!response.ok) throw Object.assign(new Error(`status ${response.status}`), answer);
        subscriber.next(answer);
        subscriber.complete();
      })
      .catch((error) => subscriber.error(error));
    return () => cut.abort();
  });
}
