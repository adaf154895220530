import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningApp, runApp } from '../../server/running-app.ts';
import { send } from './direct-line-client.ts';

interface Seen {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: { readonly user: { readonly id: string }; readonly trustedOrigins?: readonly string[] };
}

describe("tokens of Azure's Direct Line", () => {
  const seen: Seen[] = [];
  let answer = { status: 200, body: '' };
  let azure: http.Server;
  let app: RunningApp;
  let endpoint: string;
  before(async () => {
    azure = http.createServer(async (request, response) => {
      const chunks = await request.toArray();
      seen.push({
        path: request.url,
        authorization: request.headers.authorization,
        body: JSON.parse(String(Buffer.concat(chunks))),
      });
      response.statusCode = answer.status;
      response.end(answer.body);
    });
    await once(azure.listen(0, '127.0.0.1'), 'listening');
    endpoint = `http://127.0.0.1:${(azure.address() as AddressInfo).port}/v3/directline`;
    app = await runApp({
      DIRECT_LINE_SECRET: 'the secret',
      DIRECT_LINE_ENDPOINT: endpoint,
      ALLOWED_ORIGINS: 'https://www.example.gov',
    });
  });
  after(async () => {
    await app.stop();
    azure.close();
  });
  const generate = () => send(`${app.url}/v3/directline/tokens/generate`);

  it('are handed on with where to use them; the secret is not', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({ token: 'azure-token', conversationId: 'c', expires_in: 1800, secret: 'x' }),
    };
    const { status, body } = await generate();
    assert.equal(status, 200);
    assert.deepEqual(body, { token: 'azure-token', conversationId: 'c', expires_in: 1800, domain: endpoint });
    const [request] = seen;
    assert.equal(request?.path, '/v3/directline/tokens/generate');
    assert.equal(request?.authorization, 'Bearer the secret');
    assert.match(request?.body.user.id ?? '', /^dl_/);
    assert.deepEqual(request?.body.trustedOrigins, ['https://www.example.gov']);
  });

  it('are missing with a 503 and no details where Azure refuses or answers nonsense', async () => {
    for (const wrong of [
      { status: 403, body: '{"error":{"message":"the secret is wrong"}}' },
      { status: 200, body: 'nonsense' },
      { status: 200, body: '{"token":5}' },
    ]) {
      answer = wrong;
      const { status, body, headers } = await generate();
      assert.equal(status, 503);
      assert.equal(headers.get('retry-after'), '5');
      assert.doesNotMatch(JSON.stringify(body), /secret/);
    }
    assert.doesNotMatch(app.lines.join(''), /the secret/);
  });

  it('leave nothing of the embedded Direct Line open', async () => {
    assert.equal((await send(`${app.url}/v3/directline/conversations`)).status, 404);
  });
});
