import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Lang } from '../../src/knowledge/knowledge.ts';
import { createRetriever } from '../../src/retrieval/create-retriever.ts';
import { folder, lakes } from './folder.ts';

const vocabulary = {
  synonyms: [
    ['boat', 'vessel', 'pleasure craft'],
    ['fake', 'counterfeit'],
    ['on the hook', 'trout'],
  ],
  everyday: ['dinghy, dinghies: boat', 'doing time: penalty, fined', 'dinghy: fish', 'zonker: boat'],
  abbreviations: { rlr: ['motor rules', 'motors forbidden'] },
  glossary: {
    pesca: ['fish'],
    pescar: ['fish'],
    'especies de contrabando': ['smuggled species'],
    barco: ['boat'],
    barcos: ['boat'],
  },
};
const knowledge = folder([lakes], { vocabulary });
const retriever = createRetriever(knowledge);
const first = (question: string, lang: Lang = 'en'): string | undefined =>
  retriever.search(question, { lang, limit: 4 })[0]?.section.id;

describe('createRetriever', () => {
  const found: readonly (readonly [question: string, section: string, lang?: Lang])[] = [
    ['inspected boats', 'lakes/1'],
    ['is my vessel going to be checked', 'lakes/1'],
    ['pleasure craft', 'lakes/1'],
    ['mooringg fee', 'lakes/1'],
    ['rlr', 'lakes/1'],
    ['my two dinghies', 'lakes/1'],
    ['who is doing time', 'lakes/2'],
    ['what is on the hook', 'lakes/2'],
    ['who counts the troutt', 'lakes/2'],
    ['poisson', 'lakes/2'],
    ['fake permits', 'lakes/3'],
    ['what does the bureau do', 'lakes'],
    ['what is the Bureau of Lakes responsible for', 'lakes'],
    ['overview', 'lakes'],
    ['what exactly does the bureau do', 'lakes'],
    ['the what we do page in short', 'lakes'],
    ['pesca', 'lakes/2', 'es'],
    ['especies de contrabando', 'lakes/3', 'es'],
    ['se inspeccionan los barcoss', 'lakes/1', 'es'],
    ['quien pescaba', 'lakes/2', 'es'],
    ['que hace la agencia', 'lakes', 'es'],
    ['amphibians smuggled across the frontier', 'lakes/3'],
  ];
  for (const [question, section, lang] of found) {
    it(`finds ${section} for ${JSON.stringify(question)}`, () => assert.equal(first(question, lang), section));
  }

  it('finds the beginning for the whole, where that is known to be asked for', () => {
    const top = (whole: boolean) =>
      retriever.search('explain it like I am five', { lang: 'en', limit: 1, whole })[0]?.section.id;
    assert.equal(top(true), 'lakes');
    assert.notEqual(top(false), 'lakes');
  });

  it('takes everyday words for what they may stand for, not the other way round', () => {
    const ways = (question: string) => {
      const { concepts } = retriever.find(question, { lang: 'en', limit: 1 }).query;
      return concepts.flatMap(({ alternatives }) => alternatives.map(({ terms }) => terms.join(' ')));
    };
    assert.deepEqual(ways('zonker'), ['boat']);
    // Of two lines with the same word the first decides.
    assert.ok(ways('dinghy').includes('boat') && !ways('dinghy').includes('fish'));
    const zonkers = createRetriever(
      folder([{ id: 'p', title: 'P', sections: [['', 'Each zonker is checked.']] }], { vocabulary }),
    );
    assert.deepEqual(zonkers.find('boat', { lang: 'en', limit: 1 }).query.concepts[0]?.alternatives, []);
  });

  it('finds nothing for nothing', () => {
    for (const text of ['', '   ', '🙂', '?!']) assert.deepEqual(retriever.search(text, { lang: 'en', limit: 4 }), []);
  });

  it('prefers pages in the language of the question', () => {
    const spanish = {
      id: 'lagos',
      title: 'Lagos',
      lang: 'es' as const,
      sections: [['Pesca', 'Los guardas cuentan truchas cada otoño.']] as const,
    };
    const mixed = createRetriever(folder([lakes, spanish], { vocabulary }));
    assert.equal(
      mixed.search('quien cuenta las truchas de la pesca', { lang: 'es', limit: 1 })[0]?.section.id,
      'lagos/0',
    );
    assert.equal(mixed.search('who counts fish', { lang: 'en', limit: 1 })[0]?.section.id, 'lakes/2');
  });

  it('breaks ties in page order and keeps to the limit', () => {
    const twins = createRetriever(
      folder([
        { id: 'a', title: 'One', sections: [['', 'Herons nest here.']] },
        { id: 'b', title: 'One', sections: [['', 'Herons nest here.']] },
      ]),
    );
    const hits = twins.search('herons', { lang: 'en', limit: 9 });
    assert.deepEqual(
      hits.map(({ section }) => section.id),
      ['a', 'b'],
    );
    assert.equal(hits[0]!.score, hits[1]!.score);
    assert.equal(twins.search('herons', { lang: 'en', limit: 1 }).length, 1);
  });

  it('tells which words of a question it understood, and how', () => {
    const { query, hits } = retriever.find('does the bureau seize counterfiet permits for zebras', {
      lang: 'en',
      limit: 1,
    });
    const words = new Map(query.concepts.map((concept) => [concept.word, concept]));
    assert.deepEqual([...words.keys()], ['seize', 'counterfiet', 'permits', 'zebras']);
    assert.equal(words.get('counterfiet')!.corrected, 'counterfeit');
    assert.ok(words.get('zebras')!.alternatives.every(({ weight }) => weight < 0.9));
    assert.ok(hits[0]!.coverage > 0.5 && hits[0]!.coverage < 1);
  });

  it('gives scores from 0 to 1, the same for the same question, in bounded time, whatever is asked', () => {
    const words = ['boats', 'fish', 'poison', 'xqzzt', 'the', 'Bureau', '1954', '%%%', 'ñandú', 'y'.repeat(40)];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 200 }),
        fc.constantFrom<Lang>('en', 'es'),
        (asked, lang) => {
          const question = asked.join(' ');
          const hits = retriever.search(question, { lang, limit: 3 });
          assert.deepEqual(retriever.search(question, { lang, limit: 3 }), hits);
          assert.ok(hits.length <= 3);
          for (const hit of hits) {
            assert.ok(hit.score >= 0 && hit.score <= 1);
            assert.ok(hit.coverage >= 0 && hit.coverage <= 1.0001);
            assert.equal(hit.sentenceScores.length, hit.section.sentences.length);
          }
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });
});
