import assert from 'node:assert/strict';
import { askedOfContact } from '../../dialogs/asked-of-contact.ts';
import type { Intent } from '../../src/understanding/understanding.ts';

const question: Intent = { kind: 'question' };
const afterReferral = { flow: 'none', topic: 'uscis' } as const;
const inReport = { flow: 'report', topic: null } as const;

const asked = (
  text: string,
  intent: Intent = question,
  confidence = 0.7,
  state: Parameters<typeof askedOfContact>[2] = afterReferral,
) => askedOfContact(text, [{ intent, confidence, span: text }], state);

describe('a question after a contact was given', () => {
  const facts: readonly (readonly [string, string])[] = [
    ['is anyone there at 9pm', 'hours'],
    ['until what time', 'hours'],
    ['¿abren los domingos?', 'hours'],
    ['and if I only speak Spanish', 'languages'],
    ['y si no hablo inglés', 'languages'],
    ['cobran algo', 'cost'],
    ['mándame el link', 'online'],
    ['is there a website', 'online'],
    ['do I have to give my name', 'anonymity'],
    ['will they tell immigration about her', 'anonymity'],
    ['can my mom call', 'number'],
    ['can i text them', 'text'],
    ['puedo mandarles un mensaje de texto', 'text'],
    ["I can't speak, he is next to me", 'text'],
    ["I can't speak English", 'languages'],
    ['no puedo hablar inglés', 'languages'],
    ['who runs it', 'scope'],
    ['quién contesta ahí', 'scope'],
    ['cuánto se tardan', 'afterwards'],
    ['should I bring him', 'afterwards'],
  ];
  for (const [text, fact] of facts) it(`"${text}" asks for ${fact}`, () => assert.equal(asked(text), fact));

  it('has a subject of its own where it asks what the agency does, or speaks to the assistant', () => {
    assert.equal(asked('what does ICE do about drugs'), null);
    assert.equal(asked('how does ICE stop internet crimes'), null);
    assert.equal(asked('what does ICE charge people with'), null);
    assert.equal(asked('y qué dice de la trata'), null);
    assert.equal(asked('are you recording my name'), null);
    assert.equal(asked('what kind of goods do they look for'), null);
  });

  it('is none in a long message, where another intent is clear, or where no contact was given', () => {
    assert.equal(asked(`${'and then '.repeat(6)}is there a website`), null);
    assert.equal(asked('is there a form', { kind: 'report' }), null);
    assert.equal(asked('they open at night', { kind: 'emergency', danger: 'danger' }), null);
    assert.equal(asked('is there a website', question, 0.7, { flow: 'none', topic: null }), null);
  });

  it('inside the report flow is about the tip line', () => {
    assert.equal(asked('do I have to do it on the computer', question, 0.7, inReport), 'online');
    assert.equal(asked('should I pay him?', question, 0.7, inReport), 'afterwards');
  });
});
