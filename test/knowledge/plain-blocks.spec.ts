import assert from 'node:assert/strict';
import { plainBlocks } from '../../src/knowledge/plain-blocks.ts';

const texts = (markdown: string): string[] => plainBlocks(markdown).map((block) => block.text);

describe('plainBlocks', () => {
  it('gives headings with their level', () => {
    assert.deepEqual(plainBlocks('# One\n\nText.\n\n### *Three* & more\n'), [
      { type: 'heading', level: 1, text: 'One' },
      { type: 'text', text: 'Text.' },
      { type: 'heading', level: 3, text: 'Three & more' },
    ]);
  });

  const cases: readonly [name: string, markdown: string, expected: readonly string[]][] = [
    [
      'links, emphasis and code as their words',
      'Read **the [form](https://a.gov/x)** or `code`.',
      ['Read the form or code.'],
    ],
    ['folded lines as one', 'one\ntwo  \nthree\\\nfour', ['one two three four']],
    ['each list item for itself', '- one\n- two\n  - three\n\n1. four\n', ['one', 'two', 'three', 'four']],
    ['each table row for itself', '| a | b |\n|---|---|\n| 1 | **2** |\n', ['a | b', '1 | 2']],
    ['lines of code', '```\nfirst\n\n  second\n```\n', ['first', 'second']],
    ['quotations, their headings too', '> # In\n> words', ['In', 'words']],
    ['HTML without its tags', '<div>html <b>x</b><br>y</div>\n\nx<br>y <span>z</span>', ['html x y', 'x y z']],
    ['no comments, scripts or styles', '<!-- no -->\n\n<script>\nno()\n</script>\n\n<style>no</style>\n\nyes', ['yes']],
    ['no image texts', 'See ![icon](i.png) here', ['See here']],
    ['no link definitions', 'A [b].\n\n[b]: https://a.gov', ['A b.']],
    ['escapes and entities as the signs they stand for', '\\*not bold\\* &amp; &copy;', ['*not bold* & ©']],
    ['typographic signs untouched', 'ICE’S “own” – words -- "as is"...', ['ICE’S “own” – words -- "as is"...']],
    ['no-break spaces untouched', 'a\u00a0b', ['a\u00a0b']],
  ];
  for (const [name, markdown, expected] of cases)
    it(`reads ${name}`, () => assert.deepEqual(texts(markdown), expected));

  it('stays quick on markup that never closes', () => {
    const started = performance.now();
    for (const piece of ['[', '<', '*a ', '<!-- a ', '<a', '[a](b', '> ', '|a']) plainBlocks(piece.repeat(10_000));
    assert.ok(performance.now() - started < 10_000);
  });
});
