import assert from 'node:assert/strict';
import { dropAsides } from '../../src/retrieval/drop-asides.ts';

describe('dropAsides', () => {
  const bare: readonly (readonly [string, string])[] = [
    ["I'm not reporting anything, I just want to know what it does", 'I just want to know what it does'],
    ['for a class: how many lakes are there?', 'how many lakes are there?'],
    [
      'hi im in 8th grade and i need to know what the bureau does for my social studies project',
      'i need to know what the bureau does',
    ],
    ["I'm a grad student in security studies. How are lakes counted?", 'How are lakes counted?'],
    ['my nephew swears the bureau counts trout. true?', 'the bureau counts trout'],
    ['my grandma says that you clean lakes, is that true?', 'you clean lakes'],
    ['i heard that boats are inspected', 'boats are inspected'],
    ['soy estudiante de historia y quiero saber qué hacen', 'quiero saber qué hacen'],
    ['lo de los barcos, es pa una tarea', 'lo de los barcos'],
    ['I mean what does it do about trout', 'what does it do about trout'],
    ['no, me refiero a los barcos', 'los barcos'],
    ['I meant the fishing part', 'the fishing part'],
    ['mi tío dice que cuentan truchas, ¿es cierto?', 'cuentan truchas'],
  ];
  for (const [message, question] of bare)
    it(`leaves "${question}" of "${message}"`, () =>
      assert.equal(dropAsides(message).replace(/[,¿\s]+$/, ''), question));

  const whole = [
    'do I need a permit for my project',
    'is there a bus for the school',
    'what is true of lakes',
    'my boat says hello',
    'thanks',
    'is it true',
  ];
  for (const message of whole)
    it(`leaves "${message}" as it is, or something to look for`, () => {
      assert.ok(dropAsides(message).length > 0);
      if (!/true|says/.test(message)) assert.equal(dropAsides(message), message);
    });
});
