import assert from 'node:assert/strict';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { answerAsset, widgetAsset } from '../../src/server/widget-assets.ts';

describe('a file of the widget', () => {
  const text = 'const answer = 42;\n'.repeat(50);

  it('is compressed once and sent in the best encoding that the browser takes', async () => {
    const asset = await widgetAsset('/widget.js', 'text/javascript', text);
    const sent = (acceptEncoding?: string) => answerAsset(asset, { acceptEncoding });
    const br = sent('gzip, deflate, br, zstd');
    assert.equal(br.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(br.body!).toString(), text);
    const zipped = sent('gzip;q=1.0, br;q=0');
    assert.equal(zipped.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(zipped.body!).toString(), text);
    const plain = sent();
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.body!.toString(), text);
    for (const answer of [br, zipped, plain]) {
      assert.equal(answer.headers['content-length'], String(answer.body!.length));
      assert.equal(answer.headers.vary, 'accept-encoding');
    }
  });

  it('is not sent again to who has it', async () => {
    const asset = await widgetAsset('/widget.js', 'text/javascript', text);
    const answer = answerAsset(asset, { ifNoneMatch: asset.headers.etag });
    assert.deepEqual([answer.status, answer.body], [304, null]);
    assert.equal(answerAsset(asset, { ifNoneMatch: '"another"' }).status, 200);
  });

  it('is kept for ever under a name that says what is in it, and for minutes under a fixed name', async () => {
    const hashed = await widgetAsset('/widget/panel-{hash}.js', 'text/javascript', text);
    const other = await widgetAsset('/widget/panel-{hash}.js', 'text/javascript', `${text} `);
    assert.match(hashed.path, /^\/widget\/panel-[0-9a-f]{12}\.js$/);
    assert.notEqual(hashed.path, other.path);
    assert.match(hashed.headers['cache-control']!, /immutable/);
    const fixed = await widgetAsset('/widget.js', 'text/javascript', text);
    assert.match(fixed.headers['cache-control']!, /max-age=300/);
  });
});
