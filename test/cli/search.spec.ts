import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Runs `search` as `npm run search` does. */
function search(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/search.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const read = (
  out: string,
): { id?: string; text?: string; error?: string; hits?: { section: string; score: number }[] }[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('search', function () {
  this.timeout(60_000);
  let dir: string;
  before(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'search-'));
    mkdirSync(path.join(dir, 'pages'));
    writeFileSync(
      path.join(dir, 'pages', 'bees.md'),
      '---\ntitle: Bees\n---\n\nBees are insects.\n\n## Honey\n\nHoney is made from nectar.\n\n## Wax\n\nCandles are poured from it.\n',
    );
    writeFileSync(path.join(dir, 'pages', 'tea.md'), '---\ntitle: Tea\n---\n\nTea is a drink made from leaves.\n');
  });
  after(() => rmSync(dir, { recursive: true }));

  it('writes one line for each line, in order, with sections and scores', () => {
    const lines = [
      { id: 'a', text: 'nectar' },
      { text: 'drink from leaves' },
      { id: 'c', text: 'kandles' },
      { text: '' },
    ];
    const { status, out } = search(
      ['--jsonl', '--knowledge', dir],
      lines.map((line) => JSON.stringify(line)).join('\n\n'),
    );
    const got = read(out);
    assert.equal(status, 0);
    assert.deepEqual(
      got.map(({ id, text, hits }) => [id, text, hits?.[0]?.section]),
      [
        ['a', 'nectar', 'bees/honey'],
        [undefined, 'drink from leaves', 'tea'],
        ['c', 'kandles', 'bees/wax'],
        [undefined, '', undefined],
      ],
    );
    assert.deepEqual(got[3]!.hits, []);
    assert.ok(got[0]!.hits!.every(({ score }) => typeof score === 'number' && score >= 0 && score <= 1));
  });

  it('gives at most the limit, names bad lines in place and exits with 1', () => {
    const { status, out } = search(
      ['--jsonl', '--limit', '1', '--knowledge', dir],
      '{"text":"tea"}\n{"id":"x"}\nno\n{"text":"bees"}\n',
    );
    const got = read(out);
    assert.equal(status, 1);
    assert.equal(got[0]!.hits!.length, 1);
    assert.deepEqual(got[1], { error: 'line 2: text must be a string', id: 'x' });
    assert.deepEqual(got[2], { error: 'line 3 is not JSON' });
    assert.equal(got[3]!.hits![0]!.section, 'bees');
  });

  it('shows a person the best sections', () => {
    const { status, out } = search(['--knowledge', dir, 'how', 'is', 'honey', 'made']);
    assert.equal(status, 0);
    assert.match(out, /^0\.\d{3} {2}bees\/honey {2}Bees \/ Honey\n/);
  });

  it('tells its usage, exits with 2 on wrong options and with 1 on a folder that is not there', () => {
    assert.match(search(['--help']).out, /npm run -s search -- --jsonl/);
    for (const args of [
      [],
      ['--no-such-option'],
      ['--jsonl', '--limit', '0'],
      ['--jsonl', '--limit', 'ten'],
      ['--jsonl', 'words'],
    ]) {
      const { status, out, err } = search(args);
      assert.deepEqual([status, out], [2, ''], args.join(' '));
      assert.match(err, /npm run -s search/);
    }
    const missing = search(['--jsonl', '--knowledge', path.join(dir, 'nowhere')]);
    assert.equal(missing.status, 1);
    assert.ok(missing.err.length > 0 && !missing.err.includes('    at '));
  });
});
