import assert from 'node:assert/strict';
import { choose } from '../../dialogs/choose.ts';

const offered = ['More', 'Immigration', 'Terrorism', 'Report'].map((label) => ({ label, value: label }));
const chosen = (text: string) => {
  const found = choose(text, offered);
  return found === null || found === 'beyond' ? found : found.choice.label;
};

describe('a choice', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['2', 'Immigration'],
    ['the second one', 'Immigration'],
    ['tell me about the third one you listed', 'Terrorism'],
    ['what about the first', 'More'],
    ['y la primera?', 'More'],
    ['la última que mencionaste', 'Report'],
    ['the last one you mentioned', 'Report'],
    ['terrorism', 'Terrorism'],
    ['7', 'beyond'],
    ['no one told me', null],
    ['the first thing that ICE does', null],
    ['who was the second man', null],
    ['what', null],
    ['and', null],
  ];
  for (const [text, label] of cases) it(`"${text}" is ${label}`, () => assert.equal(chosen(text), label));

  it('is nothing where nothing was offered', () => assert.equal(choose('2', []), null));
});
