import assert from 'node:assert/strict';
import { AnswerlineError } from '../../src/errors.ts';
import { createLog } from '../../src/server/log.ts';
import { startConversation } from '../channels/direct-line/direct-line-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { post, rawRequest } from './raw-http.ts';

const canary = 'canary\n{"level":"info","msg":"forged"}\r\u001b[2J\u009b31m';

describe('row 23: logs', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp({ LOG_LEVEL: 'debug' });
  });
  after(() => app.stop());

  it('hold one line of JSON an event and nothing that a visitor sent', async () => {
    const client = await startConversation(app.url, canary);
    await client.post({ type: 'message', text: canary, locale: canary, id: canary, from: { name: canary } });
    await client.post({ type: 'message', text: `throw ${canary}` });
    await client.post({ type: 'message', text: 'throw' });
    await client.request(`/conversations/${encodeURIComponent(canary)}/activities`, { method: 'GET' });
    await client.request(`/${encodeURIComponent(canary)}`, { method: 'GET', headers: { 'user-agent': 'canary' } });
    await rawRequest(app.url, [post('/api/messages', { 'content-length': 20 }, '{"canary": broken }}')], 0);
    await rawRequest(app.url, [`GET /canary HTTP/9\r\ncanary\r\n\r\n`], 0);
    for (const line of app.lines) {
      assert.equal(line.indexOf('\n'), line.length - 1);
      assert.equal(typeof JSON.parse(line).msg, 'string');
      for (const mark of ['canary', 'forged', '\u009b', '\u001b']) assert.ok(!line.includes(mark), line);
    }
  });

  it('tell of errors what they are and where, not what they say', () => {
    const lines: string[] = [];
    const log = createLog('info', (line) => lines.push(line));
    const faults = [
      () => JSON.parse('{"canary'),
      () => {
        throw new TypeError('canary\n    at canary (canary.ts:1:1)', { cause: new Error('canary') });
      },
      () => {
        throw 'canary';
      },
      () => {
        throw Object.assign(new Error('canary'), { code: 'canary says so', name: 'canary canary' });
      },
    ];
    for (const fault of faults) {
      try {
        fault();
      } catch (error) {
        log.error('failed', { error });
      }
    }
    assert.doesNotMatch(lines.join(''), /canary/);
    assert.match(lines[0] ?? '', /"name":"SyntaxError".*"at":\[/);
    log.error('failed', { error: new AnswerlineError('PORT_TAKEN', 'PORT: 80 is taken.') });
    assert.match(lines.at(-1) ?? '', /PORT: 80 is taken\./);
  });
});
