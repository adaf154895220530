import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Runs `ask` as `npm run ask` does. */
function ask(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/ask.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const jsonl = (...texts: readonly string[]): string => texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
const read = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('ask', function () {
  this.timeout(60_000);

  it('answers one question for a person', () => {
    const { status, out } = ask(['what', 'is the mission of ICE']);
    assert.equal(status, 0);
    assert.match(out, /^> .*mission.*\n[\s\S]*What We Do, reviewed January 3, 2018/);
    assert.ok(!out.includes('\u001b'), 'no colours where there is no terminal');
  });

  it('tells its usage, and exits with 2 where an option is unknown or wrong', () => {
    const help = ask(['--help']);
    assert.deepEqual([help.status, help.err], [0, '']);
    assert.match(help.out, /npm run -s ask -- --jsonl/);
    for (const args of [['--no-such-option'], ['--lang', 'fr'], ['--jsonl', 'question'], ['--knowledge']]) {
      const { status, out, err } = ask(args);
      assert.deepEqual([status, out], [2, ''], args.join(' '));
      assert.match(err, /npm run -s ask/);
    }
  });

  it('exits with 1 after a line that could not be read', () => {
    const { status, out } = ask(['--jsonl', '--lang', 'es'], `${jsonl('hola')}{\n`);
    assert.equal(status, 1);
    assert.equal(read(out).length, 2);
  });

  describe('over another folder', () => {
    let dir: string;
    beforeEach(() => {
      dir = mkdtempSync(path.join(os.tmpdir(), 'ask-'));
      mkdirSync(path.join(dir, 'pages'));
    });
    afterEach(() => rmSync(dir, { recursive: true }));

    it('with pages alone: answers from it, knows 911 and 988, and has no tip line', () => {
      const page = '---\ntitle: Bees\n---\n\nBees are insects.\n\n## Honey\n\nHoney is made from nectar by bees.\n';
      writeFileSync(path.join(dir, 'pages', 'bees.md'), page);
      const texts = [
        'how is honey made',
        'I want to report a crime',
        'there is a man with a gun outside',
        'i want to kill myself',
        'are you a robot',
        'hi',
      ];
      const { out } = ask(['--jsonl', '--knowledge', dir], jsonl(...texts));
      const got = read(out);
      assert.deepEqual(
        got.map(({ kind }) => kind),
        ['answer', 'handoff', 'emergency', 'emergency', 'about', 'smalltalk'],
      );
      assert.deepEqual(got[0]!.passages, [{ text: 'Honey is made from nectar by bees.', section: 'bees/honey' }]);
      assert.deepEqual(got[0]!.sources, [{ title: 'Bees', url: null, reviewed: null }]);
      assert.match(String(got[1]!.reply), /No tip line is set up here/);
      assert.deepEqual(got[2]!.contacts, ['emergency']);
      assert.deepEqual(got[3]!.contacts, ['crisis-988', 'emergency']);
      assert.ok(!/\bICE\b|347-2423/.test(out.replaceAll('\\u', '')));
    });

    it('that is broken: every fault with its line, exit 1', () => {
      writeFileSync(path.join(dir, 'pages', 'bad.md'), '---\nurl: nowhere\n---\n\nText.\n');
      const { status, err } = ask(['--knowledge', dir, 'x']);
      assert.equal(status, 1);
      assert.match(err, /pages\/bad\.md:\d+: /);
      assert.ok(!err.includes('    at '), 'no stack trace');
    });
  });
});
