import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startConversation } from '../channels/direct-line/direct-line-client.ts';
import { openStream } from '../channels/direct-line/stream-client.ts';
import { startProcess } from '../server/server-process.ts';

/** The largest file a process may write from now on, bytes: its disk takes no more (an I/O error to SQLite). Linux only. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

const hasPrlimit = (() => {
  try {
    execFileSync('prlimit', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('row 19: the disk is full', () => {
  let dataDir: string;
  before(async function () {
    if (!hasPrlimit) {
      console.log('      (skipped: there is no prlimit here to fill a disk with)');
      this.skip();
    }
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-'));
  });
  after(() => dataDir && rm(dataDir, { recursive: true, force: true }));

  it('answers all the same, says that it forgets, tells the operator once, keeps what it had, and recovers', async function () {
    this.timeout(30_000);
    const server = await startProcess({ DATA_DIR: dataDir });
    const told = (pattern: RegExp) => server.lines.filter((line) => pattern.test(line));
    const readiness = async () => (await fetch(`${server.url}/readyz`)).status;
    const pid = server.process.pid as number;
    const client = await startConversation(server.url);
    const stream = await openStream(client.conversation.streamUrl);
    await client.say('kept before');

    limitFiles(pid, 4096);
    const asked = performance.now();
    await client.say('while it is full');
    while (!stream.lines().some((line) => /while it is full/.test(line) && !line.startsWith('you'))) await wait(10);
    assert.ok(performance.now() - asked < 1_000);
    assert.match(stream.lines().at(-1) ?? '', /keep track/);
    assert.equal(await readiness(), 503);
    await client.say('and again');
    assert.equal(told(/"level":"error".*DATA_DIR: .*cannot be written .*make room there/).length, 1);

    limitFiles(pid, 'unlimited');
    const freed = performance.now();
    while ((await readiness()) !== 200) await wait(50);
    assert.ok(performance.now() - freed < 5_000);
    assert.equal(told(/the database can be written again/).length, 1);
    await client.say('kept after');
    const kept = (await client.texts()).filter((text) => text.startsWith('you'));
    assert.deepEqual(kept, ['you: kept before', 'you: kept after']);
    stream.socket.close();
    server.process.kill('SIGTERM');
    assert.equal(await server.ended, 0);
  });
});
