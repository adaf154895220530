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
    ['ok and the part about terrorism', 'Terrorism'],
    ["I'll take the immigration one", 'Immigration'],
    ['the report one', 'Report'],
    ['the police part', null],
    ['immigration and terrorism in the news', null],
    ['what', null],
    ['and', null],
  ];
  for (const [text, label] of cases) it(`"${text}" is ${label}`, () => assert.equal(chosen(text), label));

  it('is no part of a name that two have, or that is our own chip', () => {
    const two = ['Boat fees', 'Boat inspection', 'Report a boat'].map((label) => ({ label, value: label }));
    const own = ({ label }: { readonly label: string }) => label.startsWith('Report');
    assert.equal(choose('the boat one', two, own), null);
    assert.deepEqual(choose('the fees one', two, own), { choice: two[0] });
    assert.equal(choose('the report part', two, own), null);
  });

  it('is nothing where nothing was offered', () => assert.equal(choose('2', []), null));
});
