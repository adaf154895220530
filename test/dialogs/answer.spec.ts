import assert from 'node:assert/strict';
import { saying, section, stage } from './staged.ts';

const people = section('people-and-goods');

describe('an answer', () => {
  it('is the page’s words, their source, and where to go on', () => {
    const { replies, retention } = stage().say('looted art?', { answer: saying('people-and-goods', 4) });
    const [reply] = replies;
    assert.equal(reply?.kind, 'answer');
    assert.deepEqual(reply?.passages, [{ text: people.sentences[4]!.text, section: people.id }]);
    assert.equal(reply?.sources[0]?.section, people.id);
    assert.equal(reply?.feedback, true);
    assert.deepEqual(
      reply?.choices.map(({ label }) => label),
      ['More from this section', 'What We Do', 'Immigration Enforcement', 'Preventing Terrorism', 'Report a crime'],
    );
    assert.equal(retention, 'full');
  });

  it('runs neighbouring sentences of a paragraph together, and no others', () => {
    const { replies } = stage().say('x', { answer: saying('people-and-goods', 0, 1, 4) });
    const texts = replies[0]!.passages.map(({ text }) => text);
    assert.equal(texts.length, 2);
    assert.ok(texts.every((text) => people.text.includes(text)));
  });

  it('goes on with the next sentences, then says that the section ends', () => {
    const conversation = stage();
    const seen = new Set<string>();
    const take = (outcome: ReturnType<typeof conversation.say>): void => {
      for (const { text } of outcome.replies[0]!.passages) {
        assert.ok(!seen.has(text), `said twice: ${text}`);
        seen.add(text);
      }
    };
    take(conversation.say('x', { answer: saying('preventing-terrorism', 0) }));
    take(conversation.say('tell me more', { intents: [{ kind: 'follow-up', move: 'more' }] }));
    const end = conversation.say('More from this section');
    assert.equal(end.replies[0]?.kind, 'clarify');
    assert.match(end.text, /all this section says/);
    assert.equal([...seen].join(' '), section('preventing-terrorism').text);
  });

  it('does not say the same words again to a repeated question', () => {
    const conversation = stage();
    const answer = saying('preventing-terrorism', 1);
    const first = conversation.say('what about technology', { answer });
    const second = conversation.say('what about technology', { answer });
    assert.notDeepEqual(second.replies[0]?.passages, first.replies[0]?.passages);
    assert.match(second.text, /^The part that answers this stands above\./);
    conversation.say('what about technology', { answer });
    const last = conversation.say('what about technology', { answer });
    assert.match(last.text, /^The page says no more about this/);
    assert.equal(last.replies[0]?.kind, 'answer');
  });

  it('asks what "more" is about where nothing was answered yet', () => {
    const { replies } = stage().say('more', { intents: [{ kind: 'follow-up', move: 'more' }] });
    assert.equal(replies[0]?.kind, 'clarify');
    assert.equal(replies[0]?.choices.length, 4);
  });

  it('looks a "what about ..." up with where the conversation stands', () => {
    const conversation = stage();
    conversation.say('x', { answer: saying('immigration-enforcement', 0) });
    conversation.say('and terrorism?', {
      intents: [{ kind: 'follow-up', move: 'elaborate' }],
      answer: saying('preventing-terrorism', 0),
    });
    assert.equal(conversation.state().section, section('preventing-terrorism').id);
    assert.deepEqual(conversation.state().shown, [0]);
  });

  it('says in Spanish that the page exists only in English, and only to who reads Spanish', () => {
    const answer = saying('people-and-goods', 2);
    assert.match(
      stage().say('x', { lang: 'es', answer }).text,
      /^La página existe solo en inglés\. Dice:\n> People are smuggled/,
    );
    assert.match(stage().say('x', { answer }).text, /^> People are smuggled/);
  });

  it('has the confidence of understanding and answer together', () => {
    const { replies } = stage().say('x', { answer: saying('people-and-goods', 0) });
    assert.ok(Math.abs(replies[0]!.confidence - 0.855) < 1e-9);
  });
});

describe('a choice', () => {
  const answer = {
    status: 'clarify',
    sections: [section('immigration-enforcement'), section('preventing-terrorism')],
    confidence: 0.5,
  } as const;

  it('is offered where several sections fit, and named in the text', () => {
    const { replies, text } = stage().say('enforcement', { answer });
    assert.equal(replies[0]?.kind, 'clarify');
    assert.equal(text, 'Which of these do you mean: Immigration Enforcement or Preventing Terrorism?');
  });

  for (const typed of ['2', 'the second one', 'number two', 'preventing terrorism', 'la segunda', 'the last one', '2.'])
    it(`is taken by "${typed}"`, () => {
      const conversation = stage();
      conversation.say('enforcement', { answer });
      const { replies } = conversation.say(typed);
      assert.equal(replies[0]?.kind, 'answer');
      assert.equal(replies[0]?.passages[0]?.section, section('preventing-terrorism').id);
      assert.deepEqual(conversation.searched, ['enforcement'], 'a choice is not searched for');
    });

  it('out of range offers what there is', () => {
    const conversation = stage();
    conversation.say('enforcement', { answer });
    assert.equal(conversation.say('7').replies[0]?.kind, 'smalltalk');
  });

  for (const typed of ['no one', 'no', 'the', 'second opinion', '2 men with a bag'])
    it(`is not taken by "${typed}"`, () => {
      const conversation = stage();
      conversation.say('enforcement', { answer });
      conversation.say(typed);
      assert.deepEqual(conversation.searched, ['enforcement', typed]);
    });

  it('is no number where nothing was offered', () => {
    const conversation = stage();
    conversation.say('2');
    assert.deepEqual(conversation.searched, ['2']);
  });
});
