import assert from 'node:assert/strict';
import { conversationText } from '../../src/widget/panel/download.ts';
import { received, written } from '../../src/widget/panel/transcript.ts';
import { words } from '../../src/widget/words/words.ts';
import { echo, fromBot, reply } from './reply-activities.ts';

describe('the downloaded conversation', () => {
  const said = reply('answer', {
    before: ['The page says:'],
    passages: [{ text: 'Bees are insects.', section: 'bees' }],
    sources: [
      {
        section: 'bees',
        heading: 'Bees',
        title: 'Bees',
        url: null,
        archived: false,
        reviewed: null,
        old: true,
        label: 'Bees, review date not given',
      },
    ],
    contacts: [
      {
        id: 'x',
        name: 'Bee line',
        purpose: '',
        facts: [{ kind: 'phone', label: 'Phone', value: '555-0100', href: 'tel:5550100' }],
        more: [{ kind: 'tty', label: 'TTY', value: '555-0101', href: null }],
      },
    ],
  });
  let lines = written([], 'k', 'what are bees', 0);
  lines = received(lines, echo('1', 'k', 'what are bees'), 0);
  lines = received(lines, fromBot('2', said, '1'), 0);

  it('holds every line in order: who, what, passages, source and numbers', () => {
    const text = conversationText(lines, words.en, 'en', new Date(0));
    const wanted = [
      'You,',
      'what are bees',
      'Assistant,',
      '“Bees are insects.”',
      'Bees, review date',
      '555-0100',
      '555-0101',
    ];
    const places = wanted.map((part) => text.indexOf(part));
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? -1)),
      text,
    );
  });

  it('is in the language of the panel', () => {
    assert.match(conversationText(lines, words.es, 'es', new Date(0)), /Usted,/);
  });
});
