import assert from 'node:assert/strict';
import { asksToStartOver } from '../../src/widget/panel/activities.ts';
import { words } from '../../src/widget/words/words.ts';

describe("the widget's words", () => {
  it('are there in both languages, and translated', () => {
    assert.deepEqual(Object.keys(words.es), Object.keys(words.en));
    const same = Object.keys(words.en).filter(
      (name) => words.en[name as keyof typeof words.en] === words.es[name as keyof typeof words.es],
    );
    assert.deepEqual(same, []);
  });

  it('name no agency and no number: those come from the knowledge', () => {
    for (const text of Object.values(words).flatMap((language) => Object.values(language))) {
      const shown = typeof text === 'function' ? String(text(2 as never)) : text;
      assert.doesNotMatch(shown, /\d{3}|\bICE\b/);
    }
  });

  it('start over when they are typed', () => {
    assert.equal(asksToStartOver(' start over. '), true);
    assert.equal(asksToStartOver('Empezar de nuevo'), true);
    assert.equal(asksToStartOver('how do i start over in life'), false);
  });
});
