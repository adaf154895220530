import assert from 'node:assert/strict';
import { createAssistantOver } from '../src/assistant.ts';
import { freshState } from '../src/conversation/conversation-state.ts';
import type { Turn } from '../src/conversation/turn.ts';
import { loadKnowledgeSync } from '../src/knowledge/load-knowledge.ts';
import { withRecentAnswers, withRecentReadings } from '../src/recent-results.ts';
import type { Intent, Understanding } from '../src/understanding/understanding.ts';

const reading = (text: string, ...intents: readonly Intent[]): Understanding => ({
  lang: 'en',
  langCertain: true,
  text,
  truncated: false,
  intents: intents.map((intent) => ({ intent, confidence: 0.9, span: text.slice(3) })),
});

describe('recent results', () => {
  it('read a message once, and give back the same reading with its words', () => {
    let read = 0;
    const understand = withRecentReadings((message) => {
      read++;
      return reading(message, { kind: 'question' });
    });
    const first = understand('so where are the lakes', { lang: 'en' });
    assert.deepEqual(understand('so where are the lakes', { lang: 'en' }), first);
    assert.equal(read, 1);
    understand('so where are the lakes', { lang: 'es' });
    assert.equal(read, 2, 'another language is another question');
  });

  it('keep nothing of who reports, is in danger or needs help', () => {
    for (const intent of [
      { kind: 'report' },
      { kind: 'emergency', danger: 'danger' },
      { kind: 'referral', topic: 'x' },
    ] as const) {
      let read = 0;
      const understand = withRecentReadings((message) => {
        read++;
        return reading(message, { kind: 'question' }, intent);
      });
      for (let i = 0; i < 3; i++) understand('he sells papers', { lang: null });
      assert.equal(read, 3, intent.kind);
    }
  });

  it('know a mere wish to report again, which tells of nobody', () => {
    const reads = (text: string) => {
      let read = 0;
      const understand = withRecentReadings((message) => {
        read++;
        return reading(message, { kind: 'report' });
      });
      for (let i = 0; i < 2; i++) understand(text, { lang: null });
      return read;
    };
    assert.equal(reads('I want to report a crime'), 1);
    assert.equal(reads('quiero denunciar un delito'), 1);
    for (const text of ['Juan sells papers', 'I want to report juan', 'quiero denunciar a mi jefe'])
      assert.equal(reads(text), 2);
  });

  it('keep nothing where a span is no piece of the text', () => {
    let read = 0;
    const understand = withRecentReadings((message) => {
      read++;
      return {
        ...reading(message, { kind: 'question' }),
        intents: [{ intent: { kind: 'question' }, confidence: 1, span: 'other words' }],
      };
    });
    for (let i = 0; i < 2; i++) assert.equal(understand('where', { lang: null }).intents[0]!.span, 'other words');
    assert.equal(read, 2);
  });

  /** A search that counts how often it is asked in earnest. */
  function counted() {
    let looked = 0;
    const find = withRecentAnswers(() => {
      looked++;
      return { status: 'unanswered', related: [], confidence: 0.9 };
    });
    return { find, looked: () => looked };
  }

  it('look a question up once in each language, section and way', () => {
    const { find, looked } = counted();
    for (let i = 0; i < 2; i++) {
      find('lakes', { lang: 'en', section: null });
      find('lakes', { lang: 'es', section: null });
      find('lakes', { lang: 'en', section: 'a/b' });
      find('lakes', { lang: 'en', section: null, whole: true });
    }
    assert.equal(looked(), 4);
  });

  it('forget what was not asked for longest, not what came first', () => {
    const { find, looked } = counted();
    const ask = (number: number) => find(`question ${number}`, { lang: 'en', section: null });
    for (let number = 0; number < 1000; number++) ask(number);
    ask(0);
    ask(1000);
    ask(0);
    assert.equal(looked(), 1001);
    ask(1);
    assert.equal(looked(), 1002);
  });

  it('change no reply, asked a first or a second time', () => {
    const { route } = createAssistantOver(loadKnowledgeSync('knowledge'));
    const ask = (text: string) =>
      route({
        event: { type: 'message', text },
        langHint: 'en',
        channel: { name: 'web', group: false, keepsMessages: false },
        state: freshState,
        today: '2026-01-01',
      } satisfies Turn);
    for (const text of [
      'What is the MISSION??',
      'qué hacen contra el tráfico',
      'plz tell me abt drugs',
      'thx. who are you',
    ])
      assert.deepEqual(ask(text), ask(text), text);
  });
});
