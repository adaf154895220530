import assert from 'node:assert/strict';
import { nameTheActor } from '../../src/answering/name-the-actor.ts';
import { createAgencyNames } from '../../src/language/agency-names.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { folder } from '../retrieval/folder.ts';

const knowledge = folder([
  {
    id: 'fish',
    title: 'Fish',
    sections: [
      ['', 'The Bureau guards the lakes.', 'Trout are stolen at night.', 'Nets are sold abroad.', 'Bears swim.'],
    ],
  },
]);
const section = knowledge.sections.get('fish')!;
const names = createAgencyNames(knowledge.agency);
const told = (question: string, ...indices: readonly number[]): readonly number[] =>
  nameTheActor(
    indices.map((index) => section.sentences[index]!),
    section,
    names,
    tokenize(question),
  ).map(({ index }) => index);

describe('who acts', () => {
  it('goes before what happens, where it is asked what the agency does', () => {
    assert.deepEqual(told('what does the bureau do about trout thieves', 1), [0, 1]);
  });

  it('is not added where nobody asked for it, where it is said already, or where the answer is long enough', () => {
    assert.deepEqual(told('are trout stolen', 1), [1]);
    assert.deepEqual(told('what does the bureau do', 0), [0]);
    assert.deepEqual(told('what does the bureau do about trout', 1, 2, 3), [1, 2, 3]);
  });
});
