import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** One site that serves both chats from one address: Web Chat's bundle beside everything of the assistant's own server. */
export interface BenchSite {
  readonly url: string;
  close(): void;
}

const webChat = path.join(import.meta.dirname, '../../node_modules/botframework-webchat/dist/webchat.js');

const ours = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Answerline</title>
<body><answerline-chat></answerline-chat><script async src="/widget.js"></script></body></html>`;

/** As Web Chat's README embeds it. */
const theirs = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Web Chat</title>
<body><div id="webchat" role="main" style="height:600px"></div><script src="/webchat.js"></script><script>
(async () => {
  const response = await fetch('/v3/directline/tokens/generate', { method: 'POST' });
  const { token } = await response.json();
  WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain: location.origin + '/v3/directline' }) },
    document.getElementById('webchat'));
})();
</script></body></html>`;

/** Web Chat's bundle as most sites serve it, bytes. */
export function webChatGzipBytes(): number {
  return gzipSync(readFileSync(webChat), { level: 9 }).length;
}

/** @param port where the site listens; the assistant's server allows this origin */
export async function startBenchSite(port: number, assistant: () => string): Promise<BenchSite> {
  // Web Chat is compressed as hard as the widget is: the comparison is of the code, not of a server's settings.
  const bundle = brotliCompressSync(readFileSync(webChat), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const server = createServer((incoming, response) => {
    const asked = incoming.url ?? '/';
    if (asked === '/ours' || asked === '/theirs') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(asked === '/ours' ? ours : theirs);
    } else if (asked === '/webchat.js') {
      response.setHeader('content-type', 'text/javascript').setHeader('content-encoding', 'br').end(bundle);
    } else pass(incoming, response, assistant());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Hands a request on as it is, and the answer back as it is. */
function pass(incoming: IncomingMessage, response: ServerResponse, assistant: string): void {
  const { host } = new URL(assistant);
  const onward = request(assistant + incoming.url, { method: incoming.method, headers: { ...incoming.headers, host } });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.writeHead(502).end());
  incoming.pipe(onward);
}
