import assert from 'node:assert/strict';
import { holdsKind } from '../../src/answering/holds-kind.ts';
import { type QuestionKind, questionKind } from '../../src/answering/question-kind.ts';
import { tokenize } from '../../src/language/tokenize.ts';

const anything = { isCounted: () => true, isKnownName: () => false };
const holds = (text: string, kind: QuestionKind) => holdsKind(text, kind, anything);

describe('the kind of a question', () => {
  const kinds: readonly (readonly [QuestionKind, readonly string[]])[] = [
    [
      'money',
      [
        'how big is the deposit',
        'what does the certificate cost',
        'price of seed',
        '¿qué multa le ponen a un contratista?',
      ],
    ],
    ['penalty', ['what is the sentence for smuggling', 'penalties for poaching', 'que castigo le dan a un coyote']],
    [
      'most',
      [
        'which bridge is the longest',
        'what kind of documents get forged the most',
        'que documentos falsos son los mas comunes',
      ],
    ],
    [
      'meaning',
      [
        'what counts as a recent arrival',
        'whats the difference between smuggling and trafficking',
        'what does a grade F mean',
        'qué es exactamente un recién llegado',
      ],
    ],
    ['open', ['do you test almost every well', 'what is human trafficking', 'interest rates']],
    ['count', ['how many wells are there']],
    ['duration', ['how long does a test take']],
  ];
  for (const [kind, questions] of kinds)
    for (const question of questions)
      it(`of "${question}" is ${kind}`, () => assert.equal(questionKind(tokenize(question)), kind));
});

describe('whether a sentence holds what is asked for', () => {
  it('tells a superlative, a meaning and a penalty', () => {
    assert.equal(holds('The Ulm bridge is the longest of all.', 'most'), true);
    assert.equal(holds('Bridges are closed in a storm.', 'most'), false);
    assert.equal(holds('A grade F means that a bridge must close.', 'meaning'), true);
    assert.equal(holds('Agents remove recent arrivals.', 'meaning'), false);
    assert.equal(holds('Who poaches pays a fine of up to $900.', 'penalty'), true);
    assert.equal(holds('People are smuggled and trafficked.', 'penalty'), false);
  });
});
