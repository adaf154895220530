import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sectionIds, slugOf } from '../../src/knowledge/section-ids.ts';

describe('section ids', () => {
  const slugs: readonly [heading: string, slug: string][] = [
    ['Immigration Enforcement', 'immigration-enforcement'],
    ['L’été à Zoë & Co.', 'lete-a-zoe-co'],
    ["What's new?", 'whats-new'],
    ['  8 U.S.C. § 1324(a)  ', '8-u-s-c-1324-a'],
    ['¿Qué hacemos?', 'que-hacemos'],
    ['Año Ñandú', 'ano-nandu'],
    ['—', 'section'],
    ['', 'section'],
  ];
  for (const [heading, slug] of slugs) it(`makes ${slug} of "${heading}"`, () => assert.equal(slugOf(heading), slug));

  it('makes only lower case letters, digits and single hyphens, whatever the heading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (heading) => {
        assert.match(slugOf(heading), /^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });

  it('makes the same of a slug again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (heading) =>
        assert.equal(slugOf(slugOf(heading)), slugOf(heading)),
      ),
    );
  });

  it('joins nested headings and numbers a whole id that is taken', () => {
    const ids = sectionIds('bees', new Set(['bees']));
    assert.equal(ids.next(['Honey']), 'bees/honey');
    assert.equal(ids.next(['Honey', 'Wax']), 'bees/honey/wax');
    assert.equal(ids.next(['Honey']), 'bees/honey-2');
    assert.equal(ids.next(['honey!']), 'bees/honey-3');
    assert.equal(ids.next(['Honey', 'Wax']), 'bees/honey/wax-2');
  });

  it('steps over a number that a heading has taken itself', () => {
    const ids = sectionIds('p', new Set(['p']));
    assert.deepEqual(
      ['A', 'A 2', 'A', 'A'].map((heading) => ids.next([heading])),
      ['p/a', 'p/a-2', 'p/a-3', 'p/a-4'],
    );
  });

  it('keeps clear of the ids of other pages', () => {
    const taken = new Set(['visas', 'visas/student']);
    assert.equal(sectionIds('visas', taken).next(['Student']), 'visas/student-2');
  });

  it('never gives an id twice, in any order of headings', () => {
    const heading = fc.constantFrom('A', 'a!', 'A 2', 'A-2', 'B', '', 'section', '2');
    fc.assert(
      fc.property(fc.array(fc.array(heading, { minLength: 1, maxLength: 3 }), { maxLength: 40 }), (trails) => {
        const ids = sectionIds('page', new Set(['page']));
        const given = trails.map((trail) => ids.next(trail));
        assert.equal(new Set(given).size, given.length);
      }),
    );
  });

  it('numbers thousands of equal headings without slowing down', () => {
    const ids = sectionIds('page', new Set(['page']));
    let last = '';
    for (let count = 0; count < 20_000; count += 1) last = ids.next(['Same']);
    assert.equal(last, 'page/same-20000');
  });
});
