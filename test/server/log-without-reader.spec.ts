import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';

const log = path.resolve(import.meta.dirname, '../../src/server/log.ts');
const program = `
  import { createLog } from ${JSON.stringify(log)};
  process.stdin.once('data', () => {
    const log = createLog('info');
    for (let line = 0; line < 20; line++) log.info('nobody reads this');
    setTimeout(() => process.exit(7), 50);
  });
  process.stderr.write('started');`;

describe('the log', () => {
  it('neither stops nor keeps the process when its reader has gone', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'pipe'] });
    await new Promise((resolve) => child.stderr.once('data', resolve));
    child.stdout.destroy();
    child.stdin.end('go');
    const code = await new Promise((resolve) => {
      const hung = setTimeout(() => child.kill('SIGKILL'), 10_000);
      child.once('exit', (status) => {
        clearTimeout(hung);
        resolve(status);
      });
    });
    assert.equal(code, 7);
  }).timeout(30_000);
});
