import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { signingKeys } from '../../../src/channels/direct-line/signing-keys.ts';

describe('the signing keys', () => {
  let dir: string;
  beforeEach(async () => {
    dir = path.join(await mkdtemp(path.join(os.tmpdir(), 'answerline-')), 'data');
  });
  afterEach(() => rm(path.dirname(dir), { recursive: true, force: true }));

  it('are the configured ones, and then nothing is written', async () => {
    assert.deepEqual(await signingKeys(['a', 'b'], dir), ['a', 'b']);
    await assert.rejects(stat(dir), { code: 'ENOENT' });
  });

  it('are made once, by whoever comes first, readable by the owner alone', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => signingKeys([], dir)));
    assert.equal(new Set(made.flat()).size, 1);
    assert.match(made[0]?.[0] ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(await signingKeys([], dir), made[0]);
    if (process.platform !== 'win32') {
      assert.equal((await stat(path.join(dir, 'direct-line.key'))).mode & 0o777, 0o600);
      assert.equal((await stat(dir)).mode & 0o777, 0o700);
    }
  });

  it('stop the start in one sentence where their file is damaged or cannot be made', async () => {
    await signingKeys([], dir);
    await writeFile(path.join(dir, 'direct-line.key'), 'short');
    await assert.rejects(signingKeys([], dir), { code: 'CONFIG_INVALID', message: /^DATA_DIR: [^\n]+$/ });
    await assert.rejects(signingKeys([], path.join(dir, 'direct-line.key')), {
      code: 'CONFIG_INVALID',
      message: /^DATA_DIR: [^\n]+$/,
    });
  });
});
