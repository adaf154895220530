import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type RunningApp, runApp } from './running-app.ts';
import { startProcess } from './server-process.ts';

describe('the process', function () {
  this.timeout(60_000);
  let dataDir: string;
  let app: RunningApp;
  before(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-'));
    app = await runApp();
  });
  after(async () => {
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('says first where it listens', async () => {
    const server = await startProcess({ DATA_DIR: dataDir });
    const [first] = server.lines.map((line) => JSON.parse(line) as { msg: string; url?: string });
    assert.equal(first?.msg, 'listening');
    assert.match(first?.url ?? '', /^http:\/\/127\.0\.0\.1:\d+$/);
    server.process.kill('SIGTERM');
    assert.equal(await server.ended, 0);
  });

  it('says in one sentence that the port is taken', async () => {
    const { port } = new URL(app.url);
    await assert.rejects(startProcess({ DATA_DIR: dataDir, PORT: port }), {
      message: `PORT: ${port} on 127.0.0.1 is taken: stop what uses it or choose another.\n`,
    });
  });

  it('says which settings are wrong, all of them', async () => {
    await assert.rejects(startProcess({ DATA_DIR: dataDir, PORT: 'x', LOG_LEVEL: 'y' }), {
      message: 'PORT: must be a whole number.\nLOG_LEVEL: must be trace, debug, info, warn, error or silent.\n',
    });
  });

  it('says what is wrong with its folders', async () => {
    const file = path.join(dataDir, 'file');
    await writeFile(file, '');
    await assert.rejects(startProcess({ DATA_DIR: path.join(file, 'x') }), /^Error: DATA_DIR: [^\n]+\n$/);
    await assert.rejects(startProcess({ DATA_DIR: dataDir, KNOWLEDGE_DIR: file }), /^Error: The knowledge folder/);
  });
});
