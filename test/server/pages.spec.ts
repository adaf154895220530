import assert from 'node:assert/strict';
import { brotliDecompressSync } from 'node:zlib';
import { rawRequest } from '../security/raw-http.ts';
import { type RunningApp, runApp } from './running-app.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'";

describe('pages and files', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp();
  });
  after(() => app.stop());

  it("give the demonstration page with the policy it promises, in the visitor's language", async () => {
    const page = await fetch(`${app.url}/`);
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('content-security-policy'), policy);
    assert.equal(page.headers.get('content-language'), 'en');
    assert.match(await page.text(), /<script async src="\/widget\.js"/);
    assert.equal((await fetch(`${app.url}/?lang=es`)).headers.get('content-language'), 'es');
    const spanish = await fetch(`${app.url}/chat`, { headers: { 'accept-language': 'fr, es-MX;q=0.8' } });
    assert.equal(spanish.headers.get('content-language'), 'es');
  });

  it('give the widget compressed and cached', async () => {
    const answer = await fetch(`${app.url}/widget.js`, { headers: { 'accept-encoding': 'br' } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-encoding'), 'br');
    const etag = answer.headers.get('etag') ?? '';
    const unchanged = await fetch(`${app.url}/widget.js`, { headers: { 'if-none-match': etag } });
    assert.equal(unchanged.status, 304);
    const { text } = await rawRequest(
      app.url,
      ['GET /widget.js HTTP/1.1\r\nhost: a\r\naccept-encoding: br\r\nconnection: close\r\n\r\n'],
      200,
    );
    const body = Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1');
    assert.match(brotliDecompressSync(body).toString(), /answerline/i);
    assert.equal((await fetch(`${app.url}/widget/nothing-000000000000.js`)).status, 404);
  });

  it('carry security headers and no banner, whatever the answer', async () => {
    for (const path of [
      '/',
      '/chat',
      '/widget.js',
      '/healthz',
      '/readyz',
      '/metrics',
      '/nothing',
      '/v3/directline/conversations/x',
      '/api/messages',
    ]) {
      const { headers } = await fetch(app.url + path);
      assert.equal(headers.get('server'), null, path);
      assert.equal(headers.get('x-powered-by'), null, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('x-frame-options'), 'DENY', path);
      assert.ok(headers.get('content-security-policy'), path);
      assert.equal(headers.get('strict-transport-security'), null, path);
    }
    const { text } = await rawRequest(app.url, ['nonsense\r\n\r\n'], 50);
    assert.match(text, /^HTTP\/1\.1 400 [\s\S]*x-content-type-options: nosniff/);
    assert.doesNotMatch(text, /^server:/im);
  });

  it('serve no page at / where that is switched off', async () => {
    const quiet = await runApp({ DEMO_PAGE: 'false', BASE_PATH: '/assistant' });
    try {
      assert.equal((await fetch(`${quiet.url}/`)).status, 404);
      assert.equal((await fetch(`${quiet.url}/chat`)).status, 200);
      assert.equal((await fetch(`${quiet.url}/widget.js`)).status, 200);
    } finally {
      await quiet.stop();
    }
  });

  it('speak of HTTPS where a trusted proxy brings it', async () => {
    const behind = await runApp({ TRUST_PROXY: '1' });
    try {
      const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'www.example.gov' };
      const answer = await fetch(`${behind.url}/v3/directline/conversations`, { method: 'POST', headers });
      assert.match(((await answer.json()) as { streamUrl: string }).streamUrl, /^wss:\/\/www\.example\.gov\/v3\//);
      assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=\d+/);
    } finally {
      await behind.stop();
    }
  });
});
