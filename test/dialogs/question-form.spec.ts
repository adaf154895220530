import assert from 'node:assert/strict';
import { asksSomething, tellsDetails } from '../../dialogs/question-form.ts';

describe('the form of a message', () => {
  for (const text of [
    'what does ICE do about smuggling',
    'ok and what is the mission',
    'How does the agency work with others?',
    'tell me about terrorism',
    'is it open at night',
    'can i call from mexico',
    'qué hacen contra la trata',
    'y cuál es la misión',
    'puedo llamar gratis',
    'drugs?',
    'quiero saber más',
    "I'd like to know how they work",
    'i want to ask about borders',
    'explain deportation',
    'thanks, another question: what is the biggest job there',
    'lol fine. what else is in that section',
  ])
    it(`asks: ${text}`, () => assert.equal(asksSomething(text), true));

  for (const text of [
    'his name is Zyxw and he lives at 4 Elm',
    'blue van, plate ABC 1234',
    'when he came home he had a bag',
    'what they do is sell cards',
    'they keep it in the garage',
    'se llama Zyxw, vive en la calle Quinta',
    'como el jefe no paga nadie se queja',
    'can you send someone, his name is Zyxw?',
    'drugs',
    'i want to tell you about a man',
    'he came at night, who knows',
    'they sell cards, what they do is no secret',
    'I need to report him',
  ])
    it(`tells: ${text}`, () => assert.equal(asksSomething(text), false));

  it('sees when a person is described', () => {
    for (const text of ['his name is Zyxw', 'se llama Zyxw', 'A 123456789', 'he works at the diner'])
      assert.ok(tellsDetails(text), text);
    for (const text of ['thanks a lot', 'preventing terrorism', 'the second one']) assert.ok(!tellsDetails(text), text);
  });
});
