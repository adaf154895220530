import assert from 'node:assert/strict';
import { splitClauses, toWords } from '../../src/understanding/clauses.ts';
import { findEmergency } from '../../src/understanding/emergency.ts';

const found = (text: string): string | null => findEmergency(splitClauses(toWords(text)))?.danger ?? null;

const danger = [
  'someone is shooting outside',
  'My stepfather has a knife and he is at my door',
  'call 911 please',
  'He said he will kill my sister tonight. Please come.',
  'they locked us in a trailer and there is no air',
  'my baby is not breathing',
  'a man is following me home',
  'theres a bomb in the station',
  'ive been kidnaped by two men and im in the trunk',
  'me quieren matar',
  'hay balazos en mi calle',
  'mi vecino tiene a su esposa amarrada y la esta golpeando',
  'no puedo respirar, nos metieron en un camion',
  'auxilio, vienen por mi',
  'can someone help they are shooting',
  'is anyone there? he has a gun',
  'que hago hay un hombre armado',
  'He beat me yesterday and I am scared to go home, he said he will kill me',
  'a man has my sister and wants ransom or he will kill her',
  'there are men with guns in my building',
  'People are stuck in a truck. They are banging, it is over 100 degrees',
];

const suicide = [
  'I want to end my life',
  'my sister says she is going to kill herself',
  "there's no reason to live anymore",
  'i swallowed a bottle of pills',
  'quiero morirme',
  'ya no quiero vivir',
  'mi hijo dice que se va a matar',
];

const none = [
  'what does the agency do when someone is kidnapped',
  'nobody is in danger',
  'I am not in danger, I have a question',
  'Last year a man was shot on our street. The police arrested him.',
  'this form is killing me',
  'he threatened to kill me years ago, I am safe now',
  'do you prevent terrorist attacks',
  'no hay ninguna emergencia',
  'que hacen cuando secuestran a alguien',
  'how do I kill this process',
  'how many suicides were there in custody',
  'drug overdose statistics',
  'the seizure of drugs in the port of Miami',
  'someone sells guns out of his garage',
  'it is over 100 degrees in here',
];

describe('danger in so many words', () => {
  for (const text of danger) it(`is seen in "${text}"`, () => assert.equal(found(text), 'danger'));
  for (const text of suicide) it(`means 988 in "${text}"`, () => assert.equal(found(text), 'suicide'));
  for (const text of none) it(`is not in "${text}"`, () => assert.equal(found(text), null));
});
