import assert from 'node:assert/strict';
import { loadAssistant } from '../../src/assistant.ts';
import { freshState } from '../../src/conversation/conversation-state.ts';

describe('row 9: over-long text', () => {
  let kindsOf: (text: string) => readonly string[];
  before(function () {
    this.timeout(60_000);
    const { route } = loadAssistant({ knowledgeDir: 'knowledge' });
    kindsOf = (text) =>
      route({
        event: { type: 'message', text },
        langHint: 'en',
        channel: { name: 'web', group: false, keepsMessages: false },
        state: freshState,
        today: '2026-11-24',
      }).replies.map(({ kind }) => kind);
  });
  const filler = ' and then we went on talking about nothing at all'.repeat(1_000);

  for (const [text, kind] of [
    ['There is a man with a gun outside my house.', 'emergency'],
    ['I want to report a crime.', 'handoff'],
    ['ICE took my husband this morning, where is he?', 'referral'],
  ] as const) {
    it(`${kind} at its beginning is answered as usual`, () => assert.ok(kindsOf(text + filler).includes(kind)));
  }

  it('anything else gets a short notice', () => {
    for (const text of [
      filler,
      'x'.repeat(16_384),
      `${' '.repeat(65_536)}x`,
      'What is the mission?'.repeat(4_000),
      'é'.repeat(65_536),
    ]) {
      const kinds = kindsOf(text);
      assert.ok(
        kinds.every((kind) => ['unknown', 'smalltalk', 'answer'].includes(kind)),
        `${kinds} for ${text.slice(0, 20)}`,
      );
      if (text.trim().length > 1_000) assert.deepEqual(kinds, ['unknown'], text.slice(0, 20));
    }
  });

  it('nothing of what is beyond the first 1,000 characters is read', () => {
    assert.deepEqual(kindsOf(`${'lorem ipsum '.repeat(100)} there is a man with a gun`), ['unknown']);
  });
});
