import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { post, rawRequest } from './raw-http.ts';

describe('row 1 and 2: encoded bodies', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp();
  });
  after(() => app.stop());
  const paths = ['/v3/directline/conversations', '/api/messages'];

  it('refuses bodies falsely labelled gzip, or truncated, and lives', async () => {
    const truncated = gzipSync(JSON.stringify({ type: 'message', text: 'hello' })).subarray(0, 12);
    const bodies = [Buffer.from('not gzip'), truncated, Buffer.alloc(0)];
    const statuses = new Set<number>();
    for (let round = 0; round < 34; round++) {
      const answers = await Promise.all(
        paths.flatMap((path) =>
          bodies.flatMap((body) =>
            ['gzip', 'deflate', 'br', 'gzip, gzip', 'nonsense'].map((encoding) =>
              rawRequest(
                app.url,
                [post(path, { 'content-encoding': encoding, 'content-length': body.length }, body)],
                0,
              ),
            ),
          ),
        ),
      );
      for (const { status } of answers) statuses.add(status);
    }
    assert.deepEqual([...statuses], [415]);
    assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
  });

  it('refuses a gzip bomb without unpacking it', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
    assert.ok(bomb.length < 64 * 1024);
    const before = process.memoryUsage.rss();
    for (let round = 0; round < 20; round++) {
      const request = post('/api/messages', { 'content-encoding': 'gzip', 'content-length': bomb.length }, bomb);
      assert.equal((await rawRequest(app.url, [request], 0)).status, 415);
    }
    assert.ok(process.memoryUsage.rss() - before < 20 * 1024 * 1024);
  });
});
