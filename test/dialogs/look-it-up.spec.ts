import assert from 'node:assert/strict';
import type { Answer } from '../../src/answering/answer.ts';
import type { Intent } from '../../src/understanding/understanding.ts';
import { knowledge, stage } from './staged.ts';

const section = [...knowledge.sections.values()][0]!;
const answer = (confidence: number): Answer =>
  confidence < 0.1 ? { status: 'unanswered', related: [], confidence: 0.9 } : given(confidence);
const given = (confidence: number): Answer => ({
  status: 'answered',
  passages: [{ section, sentences: section.sentences.slice(0, 1) }],
  related: [],
  confidence,
});
const kindOf = (intent: Intent, confidence: number, chance: number, text = 'what is it?', given = knowledge) =>
  stage({ knowledge: given }).say(text, { intents: [{ intent, span: text, confidence }], answer: answer(chance) })
    .replies[0]?.kind;

describe('what may be a question after all', () => {
  it('is answered where the pages answer it and the understanding is in doubt', () => {
    assert.equal(kindOf({ kind: 'refuse', reason: 'off-topic' }, 0.6, 0.7), 'answer');
    assert.equal(kindOf({ kind: 'about', fact: 'source' }, 0.4, 0.8), 'answer');
    assert.equal(kindOf({ kind: 'refuse', reason: 'abuse' }, 0.9, 0.7), 'answer');
    assert.equal(kindOf({ kind: 'refuse', reason: 'crime' }, 0.4, 0.7, 'how can I tell if the pipe leaks?'), 'answer');
  });

  it('stays what it was taken for where the pages hardly answer it, or the understanding is sure', () => {
    assert.equal(kindOf({ kind: 'refuse', reason: 'off-topic' }, 0.9, 0.4), 'unknown');
    assert.equal(kindOf({ kind: 'refuse', reason: 'off-topic' }, 0.9, 0.5, 'pizza'), 'unknown');
    assert.equal(kindOf({ kind: 'about', fact: 'source' }, 0.9, 0.8), 'about');
  });

  it('never takes the tip line or another contact from who surely means it, nor answers help with a crime', () => {
    assert.equal(kindOf({ kind: 'report' }, 0.7, 0.99), 'handoff');
    assert.equal(kindOf({ kind: 'report' }, 0.4, 0.99, 'he sells papers'), 'handoff');
    assert.equal(kindOf({ kind: 'referral', topic: knowledge.agency.topics[0]!.id }, 0.6, 0.99), 'referral');
    assert.equal(kindOf({ kind: 'refuse', reason: 'crime' }, 0.7, 0.99), 'unknown');
  });

  it('is a question though the pages do not answer it, where a doubtful tip asks of the agency and not for the visitor', () => {
    const film = 'In a film a man buys a birth certificate. Would that be a matter for them?';
    assert.equal(kindOf({ kind: 'report' }, 0.6, 0.01, film), 'unknown');
    assert.equal(kindOf({ kind: 'report' }, 0.8, 0.01, film), 'handoff');
    assert.equal(kindOf({ kind: 'report' }, 0.6, 0.01, 'A man sells papers. Who do I call?'), 'handoff');
  });

  it('is nothing the pages answer where someone fears for themselves', () => {
    for (const text of ['can they get back at me?', '¿se pueden vengar de mí?', 'will they deport me?'])
      assert.equal(kindOf({ kind: 'question' }, 0.9, 0.99, text), 'unknown');
  });

  it('is no page’s to answer where a lawyer is asked for, or the assistant itself', () => {
    for (const text of ['do I need a lawyer?', 'cómo consigo un abogado', '¿usted es abogado?'])
      assert.equal(kindOf({ kind: 'refuse', reason: 'legal' }, 0.4, 0.99, text), 'unknown');
  });

  it('is answered by the pages first where there is no tip line', () => {
    const without = { ...knowledge, agency: { ...knowledge.agency, tipLine: null, tipForm: null } };
    assert.equal(kindOf({ kind: 'report' }, 0.9, 0.6, 'how do I report a leak', without), 'answer');
    assert.equal(kindOf({ kind: 'report' }, 0.9, 0.2, 'how do I report a leak', without), 'handoff');
  });
});
