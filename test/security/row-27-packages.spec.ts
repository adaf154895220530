import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

describe('row 27: packages', () => {
  it('npm ci runs no install scripts', () => {
    assert.match(readFileSync(path.join(root, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const lifecycle = Object.keys(scripts).filter((name) =>
      /^(pre|post)?(install|prepare)$|^(pre|post)(start|test)$/.test(name),
    );
    assert.deepEqual(lifecycle, [], 'nothing of ours relies on scripts that are switched off');
  });

  it('versions are exact, so that a package cannot change under us', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies']
      .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('nothing that a running assistant imports reads .env or prints', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'answerline-'));
    try {
      writeFileSync(path.join(folder, '.env'), 'CANARY_FROM_DOTENV=read\n');
      const modules = ['bot-wiring.ts', 'app.ts', 'assistant.ts', 'storage/redis-store.ts', 'bot-endpoints.ts'];
      const program = `
        for (const name of ${JSON.stringify(modules)}) await import(${JSON.stringify(`${root}/src/`)} + name);
        if (process.env.CANARY_FROM_DOTENV) process.exitCode = 3;`;
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(run.stdout + run.stderr, '');
      assert.equal(run.status, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }).timeout(60_000);
});
