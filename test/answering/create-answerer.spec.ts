import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answer } from '../../src/answering/answer.ts';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import type { Lang } from '../../src/knowledge/knowledge.ts';
import { createRetriever } from '../../src/retrieval/create-retriever.ts';
import { folder, lakes } from '../retrieval/folder.ts';

const knowledge = folder([lakes]);
const findAnswer = createAnswerer(knowledge, createRetriever(knowledge));
const ask = (question: string, section: string | null = null, lang: Lang = 'en'): Answer =>
  findAnswer(question, { lang, section });

function words(answer: Answer): string[] {
  if (answer.status === 'answered')
    return answer.passages.flatMap(({ sentences }) => sentences.map(({ text }) => text));
  return answer.status === 'near-miss' ? answer.nearest.sentences.map(({ text }) => text) : [];
}

describe('createAnswerer', () => {
  const answered: readonly (readonly [question: string, says: string])[] = [
    ['how many lakes do you look after', 'The Bureau of Lakes keeps 212 lakes clean and open.'],
    ['when was the bureau founded', 'It was founded in 1954.'],
    ['how much is a mooring', 'A mooring costs forty dollars a year.'],
    ['how often are boats inspected', 'Boats are inspected every spring.'],
    ['do you stop trafficking in turtles', 'Inspectors stop trafficking in turtles at the border.'],
    ['trout', 'Wardens count trout and perch each autumn.'],
    ["I'm not reporting anything, I just want to know when boats are inspected", 'Boats are inspected every spring.'],
    ['for a school project: what do poachers use', 'Poachers use nets and poison.'],
    [
      'my kid has a poster to make by Monday and I promised to help. how often are boats inspected?',
      'Boats are inspected every spring.',
    ],
    ['what does the bureau do', 'The Bureau of Lakes keeps 212 lakes clean and open.'],
  ];
  for (const [question, says] of answered) {
    it(`answers ${JSON.stringify(question)} with the sentence that says it`, () => {
      const answer = ask(question);
      assert.equal(answer.status, 'answered');
      assert.ok(words(answer).includes(says), words(answer).join(' | '));
    });
  }

  const nearMisses = [
    'how many boats were inspected last year',
    'who is the director of the bureau',
    'how much is the fine for poachers',
    'what is the phone number for moorings',
  ];
  for (const question of nearMisses) {
    it(`does not pretend that ${JSON.stringify(question)} is answered`, () => {
      assert.notEqual(ask(question).status, 'answered');
    });
  }

  it('shows the nearest single sentence of a near miss', () => {
    const answer = ask('how many boats were inspected last year');
    assert.equal(answer.status, 'near-miss');
    assert.deepEqual(words(answer), ['Boats are inspected every spring.']);
  });

  for (const question of ['best pizza in town', 'who won the world cup', 'asdfghjkl', '', '🙂', 'the of and']) {
    it(`has nothing to say to ${JSON.stringify(question)}`, () => assert.equal(ask(question).status, 'unanswered'));
  }

  it('asks which is meant where a bare word fits several sections alike', () => {
    const twins = folder([
      {
        id: 'h',
        title: 'Birds',
        sections: [
          ['Nests', 'Herons build nests.'],
          ['Food', 'Herons eat fish.'],
          ['Eggs', 'Ducks lay eggs.'],
        ],
      },
    ]);
    const answer = createAnswerer(twins, createRetriever(twins))('herons', { lang: 'en', section: null });
    assert.equal(answer.status, 'clarify');
    assert.deepEqual(answer.status === 'clarify' && answer.sections.map(({ id }) => id).sort(), ['h/0', 'h/1']);
  });

  it('cites a number that is said twice from the page’s beginning, not from another page', () => {
    const said = 'Wardens look after about 40 lakes.';
    const citedFor = (question: string, pages: Parameters<typeof folder>[0]) => {
      const given = folder(pages);
      const answer = createAnswerer(given, createRetriever(given))(question, { lang: 'en', section: null });
      return answer.status === 'answered' && answer.passages[0]!.section.id;
    };
    const lead = ['', 'It looks after more than 40 lakes and ponds for everybody who visits them.'] as const;
    const lakesPage = { id: 'lakes', title: 'Lakes', sections: [lead, ['Lakes They Look After', said] as const] };
    assert.equal(citedFor('how many lakes do they look after', [lakesPage]), 'lakes');
    const other = { id: 'archive', title: 'Archive', sections: [lead] };
    const wardens = {
      id: 'wardens',
      title: 'Wardens',
      sections: [['', 'Wardens wear green.'] as const, ['Patrol', said] as const],
    };
    assert.equal(citedFor('how many lakes do they look after', [other, wardens]), 'wardens/1');
  });

  it('takes an elaboration to be about the section answered from', () => {
    const inspected = folder([
      {
        id: 'p',
        title: 'Permits',
        sections: [
          ['Boats', 'Owners of boats pay ten dollars.', 'Children pay nothing.'],
          ['Fishing', 'Anglers pay six dollars.', 'Children pay nothing.'],
        ],
      },
    ]);
    const find = createAnswerer(inspected, createRetriever(inspected));
    for (const section of ['p/0', 'p/1']) {
      const answer = find('and for children?', { lang: 'en', section });
      assert.equal(answer.status === 'answered' && answer.passages[0]!.section.id, section);
    }
  });

  it('offers up to three other sections', () => {
    const answer = ask('when are boats inspected');
    assert.ok(answer.status === 'answered' && answer.related.length <= 3);
    assert.ok(answer.status === 'answered' && answer.related.every(({ id }) => id !== answer.passages[0]!.section.id));
  });

  it('says only what stands on the page, in its order, with a confidence from 0 to 1, the same each time', () => {
    const bits = [
      'boats',
      'how many',
      'trout',
      'moorings cost',
      'who',
      'Bureau',
      'when',
      'turtles',
      'permits',
      'pizza',
      'dónde',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 12 })), { maxLength: 12 }),
        (asked) => {
          const question = asked.join(' ');
          const answer = ask(question);
          assert.deepEqual(ask(question), answer);
          assert.ok(answer.confidence >= 0 && answer.confidence <= 1);
          if (answer.status === 'answered') {
            for (const { section, sentences } of answer.passages) {
              assert.ok(sentences.length >= 1 && sentences.length <= 3);
              assert.deepEqual(
                sentences,
                sentences.toSorted((a, b) => a.index - b.index),
              );
              for (const { text } of sentences) assert.ok(section.text.includes(text));
            }
          }
        },
      ),
      { numRuns: 200, seed: 6 },
    );
  });
});
