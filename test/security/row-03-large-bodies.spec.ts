import assert from 'node:assert/strict';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { post, rawRequest } from './raw-http.ts';

describe('row 3: bodies over 64 KiB', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp();
  });
  after(() => app.stop());
  const megabyte = 'x'.repeat(1024 * 1024);

  for (const path of ['/v3/directline/conversations', '/api/messages']) {
    it(`gets 413 at ${path} by the length it announces`, async () => {
      const answer = await rawRequest(app.url, [post(path, { 'content-length': 64 * 1024 + 1 }, '')]);
      assert.equal(answer.status, 413);
      assert.match(answer.text, /"code":"MessageSizeTooBig"/);
      assert.match(answer.text, /connection: close/i);
    });

    it(`gets 413 at ${path} when it comes in pieces, and is not read to its end`, async () => {
      function* endless() {
        yield post(path, { 'transfer-encoding': 'chunked' }, '');
        for (let piece = 0; piece < 200; piece++) yield `${megabyte.length.toString(16)}\r\n${megabyte}\r\n`;
      }
      const answer = await rawRequest(app.url, endless());
      assert.equal(answer.status, 413);
      assert.ok(answer.written < 20 * 1024 * 1024, `${answer.written} bytes went out`);
    });
  }

  it('accepts one of just 64 KiB', async () => {
    const body = JSON.stringify({ locale: 'en' }).padEnd(64 * 1024, ' ');
    const answer = await rawRequest(app.url, [
      post('/v3/directline/conversations', { 'content-length': body.length }, body),
    ]);
    assert.equal(answer.status, 201);
  });
});
