import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inPart, readExamples } from '../../../src/cli/evaluation/examples.ts';

describe('labelled examples', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'examples-'));
  after(() => rmSync(dir, { recursive: true }));
  const file = (content: string): string => {
    const place = path.join(dir, 'mine.jsonl');
    writeFileSync(place, content);
    return place;
  };

  it('that ship are split once and for all: a third held out, the rest apart', () => {
    const all = readExamples('evaluation/examples.jsonl');
    const held = all.filter((example) => inPart(example, 'held-out'));
    const rest = all.filter((example) => inPart(example, 'rest'));
    assert.equal(held.length + rest.length, all.length);
    assert.ok(held.length > all.length / 4 && held.length < all.length / 2.5, `${held.length} of ${all.length}`);
  });

  it('are read with what they leave out', () => {
    const [example] = readExamples(file('\n{"text":"hi","lang":"en","kind":"smalltalk"}\n'));
    assert.deepEqual(example, { text: 'hi', lang: 'en', kind: 'smalltalk', also: [], hard: false });
  });

  it('are refused with file and line', () => {
    const fine = '{"text":"hi","lang":"en","kind":"smalltalk"}\n';
    assert.throws(() => readExamples(file(`${fine}{"text"`)), /mine\.jsonl:2: this line is not JSON/);
    assert.throws(
      () => readExamples(file(`${fine}{"text":"x","lang":"en","kind":"joke"}`)),
      /mine\.jsonl:2: kind must be/,
    );
    assert.throws(() => readExamples(file('\n')), /holds no examples/);
    assert.throws(() => readExamples(path.join(dir, 'none.jsonl')), /cannot be read/);
  });
});
