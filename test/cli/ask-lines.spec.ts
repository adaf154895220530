import assert from 'node:assert/strict';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { chat } from '../../src/cli/ask-chat.ts';
import { askLines } from '../../src/cli/ask-lines.ts';
import { createAssistant } from '../../src/cli/assistant.ts';
import { paintFor } from '../../src/cli/paint-replies.ts';

const assistant = createAssistant({ knowledgeDir: 'knowledge', today: '2026-11-24' });

async function ask(...lines: readonly unknown[]): Promise<{ faults: number; got: Record<string, unknown>[] }> {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  const output = new PassThrough();
  const written = textOf(output);
  const faults = await askLines(assistant, Readable.from(input), output);
  output.end();
  const got = (await written).split('\n').filter(Boolean);
  return { faults, got: got.map((line) => JSON.parse(line)) };
}

describe('ask --jsonl', () => {
  it('writes one line for each line, in order, with the fields of the contract', async () => {
    const { faults, got } = await ask(
      { id: 'a', text: 'what does ICE do about terrorism' },
      { id: 2, text: 'hola' },
      { text: '' },
      { text: 'ICE took my husband, where is he?', lang: 'en-US' },
    );
    const [first, second, third, fourth] = got;
    assert.equal(faults, 0);
    const fields = 'id text lang kind section topic confidence passages sources contacts choices reply';
    assert.deepEqual(Object.keys(first!), fields.split(' '));
    assert.deepEqual([first!.kind, first!.section, first!.topic], ['answer', 'what-we-do/preventing-terrorism', null]);
    assert.deepEqual([second!.id, second!.lang, second!.kind], [2, 'es', 'smalltalk']);
    assert.deepEqual([third!.kind, 'id' in third!], ['smalltalk', false]);
    assert.deepEqual(
      [fourth!.kind, fourth!.topic, fourth!.contacts],
      ['referral', 'detained_relative', ['detainee-locator', 'detention-line']],
    );
  });

  it('keeps the lines of a conversation together and others apart', async () => {
    const { got } = await ask(
      { text: 'what does ICE do about terrorism', conversation: 'one' },
      { text: 'tell me more', conversation: 'two' },
      { text: 'tell me more', conversation: 'one' },
      { text: 'tell me more' },
    );
    assert.deepEqual(
      got.map(({ kind }) => kind),
      ['answer', 'clarify', 'answer', 'clarify'],
    );
  });

  it('puts an error in the place of a bad line and answers the rest', async () => {
    const { faults, got } = await ask(
      '{"text":"hola"}',
      '',
      'not json',
      '{"id":"x","text":5}',
      '[]',
      '{"text":"x","lang":7}',
      '{"text":"__proto__","conversation":"__proto__","id":"constructor"}',
      'null',
    );
    assert.equal(faults, 5);
    assert.deepEqual(
      got.map((line) => ('error' in line ? line : typeof line.kind)),
      [
        'string',
        { error: 'line 3 is not JSON' },
        { error: 'line 4: text must be a string', id: 'x' },
        { error: 'line 5: must be an object with a text' },
        { error: 'line 6: lang must be a string' },
        'string',
        { error: 'line 8: must be an object with a text' },
      ],
    );
  });

  it('answers while the input is still coming', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const done = askLines(assistant, input, output);
    input.write('{"text":"hola"}\n');
    const [line] = await output.take(1).toArray();
    assert.match(String(line), /"kind":"smalltalk"/);
    input.end();
    assert.equal(await done, 0);
  });

  it('shows in "contacts" every number that the reply names', async () => {
    const { got } = await ask({ text: 'my neighbor is selling fake green cards' }, { text: 'help' });
    assert.deepEqual(got[0]!.contacts, ['ice-tip-line', 'ice-tip-form', 'emergency']);
    assert.deepEqual(got[1]!.contacts, ['emergency']);
  });
});

describe('ask as a chat', () => {
  const plain = paintFor(process.stdout);

  async function talk(interactive: boolean, ...lines: readonly string[]): Promise<string> {
    let written = '';
    const output = new Writable({
      write(chunk, _encoding, next) {
        written += String(chunk);
        next();
      },
    });
    const input = Readable.from(lines.map((line) => `${line}\n`));
    await chat(createAssistant({ knowledgeDir: 'knowledge' }), {
      input,
      output,
      interactive,
      paint: plain,
      lang: null,
    });
    return written;
  }

  it('begins with the welcome, numbers the chips, and takes the numbers', async () => {
    const written = await talk(true, '4');
    assert.match(written, /automated assistant[\s\S]*\[1\] What is ICE's mission\?[\s\S]*\[4\] Report a crime/);
    assert.match(written, /To report this, call the tip line/);
  });

  it('writes replies only where lines are piped in', async () => {
    const written = await talk(false, 'what does ICE do about terrorism', 'tell me more', '', 'thanks');
    assert.match(written, /^> [\s\S]*\n\nThe page also says:\n> [\s\S]*\n\nYou're welcome\.\n\n$/);
    assert.ok(!written.includes('[1]'));
  });
});
