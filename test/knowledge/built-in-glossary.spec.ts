import assert from 'node:assert/strict';
import { builtInGlossary, withBuiltInGlossary } from '../../src/knowledge/built-in-glossary.ts';

describe('the built-in glossary', () => {
  it('holds everyday Spanish', () => {
    assert.ok(Object.keys(builtInGlossary()).length > 5_000);
    assert.ok(builtInGlossary().delito?.includes('crime'));
  });

  it('names no agency', () => {
    const english = Object.values(builtInGlossary()).flat();
    assert.deepEqual(
      english.filter((word) => /\bice\b/.test(word)),
      [],
    );
  });

  it('gives way to a folder, and finds nothing that is no word', () => {
    const merged = withBuiltInGlossary({ delito: ['offence'], muelle: ['pier'] });
    assert.deepEqual(merged.delito, ['offence']);
    assert.deepEqual(merged.muelle, ['pier']);
    assert.equal(merged.constructor, undefined);
  });
});
