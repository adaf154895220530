import assert from 'node:assert/strict';
import { knowledge, stage, teamsGroup } from './staged.ts';

const labels = (outcome: ReturnType<ReturnType<typeof stage>['happen']>): string[] =>
  outcome.replies.flatMap(({ choices }) => choices.map(({ label }) => label));

describe('the welcome', () => {
  it('says what it is, that it is not official, what to do in danger and what not to type', () => {
    const welcome = stage().happen({ type: 'welcome' });
    assert.equal(welcome.replies[0]?.kind, 'about');
    for (const line of [
      'automated assistant',
      'ICE',
      '"What We Do"',
      'tip line',
      'not an official',
      'Call 911',
      'personal details',
    ])
      assert.ok(welcome.text.includes(line), `${line} is missing in: ${welcome.text}`);
    assert.deepEqual(labels(welcome), [...knowledge.agency.examples.en, 'Report a crime']);
  });

  it('comes once', () => {
    const conversation = stage();
    assert.equal(conversation.happen({ type: 'welcome' }).replies.length, 1);
    assert.equal(conversation.happen({ type: 'welcome' }).replies.length, 0);
  });

  it('speaks the language of the page', () => {
    const welcome = stage({ langHint: 'es' }).happen({ type: 'welcome' });
    assert.ok(welcome.text.startsWith('Soy un asistente automático.'));
    assert.deepEqual(labels(welcome), [...knowledge.agency.examples.es, 'Denunciar un delito']);
  });

  it('calls itself official only where it is configured', () => {
    const { text } = stage({ official: true }).happen({ type: 'welcome' });
    assert.ok(text.includes('This is an official service of ICE.'));
    assert.ok(!text.includes('not an official'));
  });

  it('tells a group that others read along', () =>
    assert.ok(stage({ channel: teamsGroup }).happen({ type: 'welcome' }).text.includes('Other people can read')));

  it('promises no tip line where there is none, and offers sections where there are no examples', () => {
    const bare = { ...knowledge, agency: { ...knowledge.agency, tipLine: null, examples: { en: [], es: [] } } };
    const welcome = stage({ knowledge: bare }).happen({ type: 'welcome' });
    assert.ok(!welcome.text.includes('tip line'));
    assert.deepEqual(labels(welcome), [
      'What We Do',
      'Immigration Enforcement',
      'Investigating Illegal Movement of People and Goods',
    ]);
  });
});
