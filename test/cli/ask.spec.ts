import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Runs `ask` as `npm run ask` does. */
function ask(
  args: readonly string[],
  input = '',
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/ask.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const jsonl = (lines: readonly unknown[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
const read = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('ask', () => {
  it('answers one question for a person', () => {
    const { status, out } = ask(['what is the mission of ICE']);
    assert.equal(status, 0);
    assert.match(out, /^> .*mission/);
    assert.match(out, /What We Do, reviewed January 3, 2018/);
    assert.ok(!out.includes('\u001b'), 'no colours where there is no terminal');
  });

  it('takes the language of the page as a hint', () => assert.match(ask(['--lang', 'es', '?']).out, /Por favor/));

  it('talks, a line a turn, where lines are piped in', () => {
    const { status, out } = ask([], 'what does ICE do about terrorism\ntell me more\n\nthanks\n');
    assert.equal(status, 0);
    assert.match(out, /^> [\s\S]*The page also says:\n> [\s\S]*You're welcome\.\n/);
  });

  it('writes one line for each line, in order, with the fields of the contract', () => {
    const { status, out } = ask(
      ['--jsonl'],
      jsonl([{ id: 'a', text: 'what does ICE do about terrorism' }, { id: 2, text: 'hola' }, { text: '' }]),
    );
    const [first, second, third] = read(out);
    assert.equal(status, 0);
    assert.deepEqual(Object.keys(first!), [
      'id',
      'text',
      'lang',
      'kind',
      'section',
      'topic',
      'confidence',
      'passages',
      'sources',
      'contacts',
      'choices',
      'reply',
    ]);
    assert.deepEqual([first!.kind, first!.section, first!.topic], ['answer', 'what-we-do/preventing-terrorism', null]);
    assert.deepEqual([second!.id, second!.lang, second!.kind], [2, 'es', 'smalltalk']);
    assert.deepEqual([third!.kind, 'id' in third!], ['smalltalk', false]);
  });

  it('keeps the lines of a conversation together and others apart', () => {
    const { out } = ask(
      ['--jsonl'],
      jsonl([
        { text: 'what does ICE do about terrorism', conversation: 'one' },
        { text: 'tell me more', conversation: 'two' },
        { text: 'tell me more', conversation: 'one' },
        { text: 'tell me more' },
      ]),
    );
    assert.deepEqual(
      read(out).map(({ kind }) => kind),
      ['answer', 'clarify', 'answer', 'clarify'],
    );
  });

  it('puts an error in the place of a bad line, answers the rest, and exits with 1', () => {
    const lines = [
      '{"text":"mission"}',
      '',
      'not json',
      '{"id":"x","text":5}',
      '[]',
      '{"text":"x","lang":7}',
      '{"text":"__proto__","conversation":"__proto__"}',
    ];
    const { status, out } = ask(['--jsonl'], jsonl(lines));
    const got = read(out);
    assert.equal(status, 1);
    assert.deepEqual(
      got.map((line) => ('error' in line ? line : line.kind)),
      [
        got[0]!.kind,
        { error: 'line 3 is not JSON' },
        { error: 'line 4: text must be a string', id: 'x' },
        { error: 'line 5: must be an object with a text' },
        { error: 'line 6: lang must be a string' },
        got[5]!.kind,
      ],
    );
  });

  it('tells its usage, and exits with 2 where an option is unknown or wrong', () => {
    assert.match(ask(['--help']).out, /npm run -s ask -- --jsonl/);
    assert.equal(ask(['--help']).status, 0);
    for (const args of [['--no-such-option'], ['--lang', 'fr'], ['--jsonl', 'question'], ['--knowledge']]) {
      const { status, out, err } = ask(args);
      assert.deepEqual([status, out], [2, ''], args.join(' '));
      assert.match(err, /npm run -s ask/);
    }
  });

  describe('over another folder', () => {
    let dir: string;
    beforeEach(() => {
      dir = mkdtempSync(path.join(os.tmpdir(), 'ask-'));
      mkdirSync(path.join(dir, 'pages'));
    });
    afterEach(() => rmSync(dir, { recursive: true }));

    it('with pages alone: answers from it, knows 911 and 988, and has no tip line', () => {
      writeFileSync(
        path.join(dir, 'pages', 'bees.md'),
        '---\ntitle: Bees\n---\n\nBees are insects.\n\n## Honey\n\nHoney is made from nectar by bees.\n',
      );
      const lines = [
        'how is honey made',
        'I want to report a crime',
        'there is a man with a gun outside',
        'i want to kill myself',
        'are you a robot',
        'hi',
      ];
      const { out } = ask(['--jsonl', '--knowledge', dir], jsonl(lines.map((text) => ({ text }))));
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
      assert.ok(!out.includes('ICE'));
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
