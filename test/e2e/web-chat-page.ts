import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** What the page's own script does: Microsoft's Web Chat with tokens of our server, over a socket or by polling. */
const script = `
const { createDirectLine, createStore, renderWebChat } = window.WebChat;
const query = new URLSearchParams(location.search);
const domain = query.get('bot') + '/v3/directline';
const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
const directLine = createDirectLine({
  domain, token,
  webSocket: query.get('how') !== 'polling',
  pollingInterval: 300,
  conversationStartProperties: { locale: 'en-US' },
});
const store = createStore({}, () => (next) => (action) => {
  window.seen = [...(window.seen ?? []), action.type];
  if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
    window.activities = [...(window.activities ?? []), action.payload.activity];
  }
  return next(action);
});
renderWebChat({ directLine, store, locale: 'en-US' }, document.getElementById('chat'));
`;

const page = `<!doctype html><html lang="en"><title>Web Chat</title><div id="chat" style="height:600px"></div>
<script src="/web-chat.js"></script><script type="module">${script}</script></html>`;

const bundle = path.resolve(import.meta.dirname, '../../node_modules/botframework-webchat/dist/webchat.js');

/** A site that embeds Web Chat; its page takes `bot` (address of our server) and `how` (`socket` or `polling`). */
export async function startWebChatSite(): Promise<{ readonly url: string; close(): void }> {
  const server = http.createServer((request, response) => {
    const isScript = request.url === '/web-chat.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? readFileSync(bundle) : page);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
