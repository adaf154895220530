import assert from 'node:assert/strict';
import { builtInEverydayWords, builtInGlossary, withBuiltInGlossary } from '../../src/knowledge/built-in-words.ts';
import { readGlossary } from '../../src/knowledge/glossary.ts';

/** Agencies that visitors of the pages that ship speak of: they belong in that folder's vocabulary. */
const namesAgency = (words: string): boolean =>
  /\b(?:dhs|hsi|uscis|cbp|tsa|irs|fbi|dea|fema|el ice|ice agents?|ice raids?|immigration and customs enforcement)\b/.test(
    words,
  );

describe('the built-in glossary', () => {
  it('holds everyday Spanish', () => {
    assert.ok(Object.keys(builtInGlossary()).length > 5_000);
    assert.ok(builtInGlossary().delito?.includes('crime'));
  });

  it('names no agency', () => {
    const words = Object.entries(builtInGlossary()).flatMap(([form, english]) => [form, ...english]);
    assert.deepEqual(words.filter(namesAgency), []);
  });

  it('gives way to a folder, and finds nothing that is no word', () => {
    const merged = withBuiltInGlossary({ delito: ['offence'], zarcillonte: ['pier'] });
    assert.deepEqual(merged.delito, ['offence']);
    assert.deepEqual(merged.zarcillonte, ['pier']);
    assert.equal(merged.tostring, undefined);
    assert.equal(merged.hasownproperty, undefined);
  });
});

describe('the built-in everyday words', () => {
  const lines = builtInEverydayWords();

  it('are lines of lower-case words, each form in one line only', () => {
    const faults: string[] = [];
    readGlossary(lines.join('\n'), (index) => faults.push(lines[index]!));
    assert.deepEqual(faults, []);
    assert.deepEqual(
      lines.filter((line) => !/^[a-z0-9 ,-]+: [a-z0-9 ,-]+$/.test(line)),
      [],
    );
    const forms = lines.flatMap((line) => line.split(':')[0]!.split(', '));
    assert.equal(new Set(forms).size, forms.length);
  });

  it('name no agency', () => {
    assert.deepEqual(lines.filter(namesAgency), []);
  });

  it('know the class of a thing and the official name of a deed', () => {
    const words = readGlossary(lines.join('\n'), () => assert.fail());
    assert.ok(words.labrador?.includes('dog'));
    assert.ok(words['kicked out']?.includes('eviction'));
  });
});
