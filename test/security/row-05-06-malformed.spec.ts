import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Client, startConversation } from '../channels/direct-line/direct-line-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { rawRequest } from './raw-http.ts';

describe('row 5 and 6: malformed requests', () => {
  let app: RunningApp;
  let client: Client;
  before(async () => {
    app = await runApp({ RATE_LIMIT_CONVERSATION: '100000', RATE_LIMIT_ADDRESS: '1000000' });
    client = await startConversation(app.url);
  });
  after(() => app.stop());

  const activityPath = () => `/conversations/${client.conversation.conversationId}/activities`;

  /** Sends a body to both protocols; neither may fail, nor tell anything of an exception. */
  async function survives(body: string): Promise<void> {
    const direct = await client.request(activityPath(), { body });
    const headers = { 'content-type': 'application/json' };
    const framework = await fetch(`${app.url}/api/messages`, { method: 'POST', headers, body });
    const text = JSON.stringify(direct.body ?? '') + (await framework.text());
    assert.ok(direct.status < 500, `${direct.status} to ${body.slice(0, 200)}`);
    assert.ok(framework.status < 500, `${framework.status} to ${body.slice(0, 200)}`);
    assert.doesNotMatch(text, /Error:|\bat .*\.[jt]s|JSON|Unexpected|undefined|node_modules|Zod/);
  }

  it('survives activities with fields of any kind', async () => {
    const names = [
      'type',
      'text',
      'id',
      'from',
      'recipient',
      'conversation',
      'channelId',
      'channelData',
      'attachments',
      'value',
      'name',
      'locale',
      'entities',
      'membersAdded',
      'serviceUrl',
      'timestamp',
      'replyToId',
      'deliveryMode',
    ];
    const known = fc.constantFrom<unknown>(
      'message',
      'event',
      'conversationUpdate',
      'invoke',
      'typing',
      'endOfConversation2',
      { id: 'a' },
      [{ id: 'b' }],
      'directline',
      'msteams',
    );
    const value = fc.oneof(known, fc.jsonValue());
    const activity = fc.dictionary(fc.constantFrom(...names), value);
    await fc.assert(
      fc.asyncProperty(activity, (fields) => survives(JSON.stringify(fields))),
      { numRuns: 400 },
    );
  });

  it('survives what is no JSON, and JSON that is no activity', async () => {
    const odd = [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '1e999',
      '{"type":1e400}',
      '\u0000',
      '{"type":"message","text":"\\ud800"}',
      `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      '{"type":"message","text":12}',
      '{"type":"message"}',
      '{}',
    ];
    for (const body of odd) await survives(body);
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), survives), { numRuns: 200 });
  });

  it('survives odd addresses', async () => {
    const paths = [
      '//',
      '//x:99999999/',
      '/%',
      '/%E0%A4%A',
      '/v3/directline/conversations/%2e%2e/activities',
      '/widget/%00',
      '/widget/..%2f..%2fpackage.json',
      '/?lang=%ff',
      `/${'a'.repeat(8000)}`,
      '/v3/directline/../../healthz',
      '/chat?lang[]=en',
    ];
    for (const path of paths) {
      const { status } = await rawRequest(app.url, [`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`], 0);
      assert.ok(status > 0 && status < 500, `${status} to ${path}`);
    }
    assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
  });

  it("tells nothing of an exception, and logs it without a visitor's words", async () => {
    const { status, body } = await client.post({ type: 'message', text: 'throw' });
    assert.equal(status, 200);
    assert.doesNotMatch(JSON.stringify(body), /secret of/);
    const lines = app.lines.filter((line) => line.includes('"level":"error"'));
    assert.ok(lines.length > 0);
    assert.doesNotMatch(lines.join(''), /secret of/);
  });
});
