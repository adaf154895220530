import assert from 'node:assert/strict';
import { askResult } from '../../src/cli/ask-result.ts';
import type { Intent } from '../../src/understanding/understanding.ts';
import { knowledge, stage } from './staged.ts';

const hours: Intent = { kind: 'tip-line-fact', fact: 'hours' };

/** A referral to a topic, then a question; the reply to the question. */
function askedAfter(topic: string, question: string, intent: Intent, lang: 'en' | 'es' = 'en') {
  const conversation = stage();
  conversation.say('x', { intents: [{ kind: 'referral', topic }], lang });
  return askResult(question, conversation.say(question, { intents: [intent], lang }), knowledge);
}

describe('questions about the contact just given', () => {
  it('are answered from that contact, never from the tip line', () => {
    const told = askedAfter('detained_relative', 'what are its hours', hours);
    assert.deepEqual([told.kind, told.topic], ['referral', 'detained_relative']);
    assert.match(
      told.reply,
      /^ICE Detention Reporting and Information Line: Monday to Friday, 8 a\.m\. to 8 p\.m\. Eastern\./,
    );
    assert.ok(told.contacts.includes('detention-line') && !told.contacts.includes('ice-tip-line'));
  });

  it('are told in Spanish to who asks in Spanish', () => {
    const told = askedAfter('detained_relative', 'hablan español', { kind: 'tip-line-fact', fact: 'languages' }, 'es');
    assert.match(told.reply, /: inglés y español\./);
  });

  it('are met with "I don’t have that" where the table has it not, and with the contact', () => {
    const told = askedAfter('detained_relative', 'is it free', { kind: 'tip-line-fact', fact: 'cost' });
    assert.equal(told.kind, 'referral');
    assert.match(told.reply, /^I don't have that information\. You can ask there:/);
    assert.ok(told.contacts.includes('detention-line'));
  });

  it('give the number again to who asks for it again', () => {
    const told = askedAfter('uscis', 'what was the number', { kind: 'tip-line-fact', fact: 'number' });
    assert.deepEqual([told.kind, told.contacts], ['referral', ['uscis']]);
  });

  it('are known by "they" and "there", else the assistant is meant', () => {
    const languages: Intent = { kind: 'about', fact: 'languages' };
    assert.equal(askedAfter('victim_help', 'do they speak Spanish', languages).kind, 'referral');
    assert.equal(askedAfter('victim_help', 'do you speak Spanish', languages).kind, 'about');
  });

  it('go to the tip line where that is named, or reporting where the tip line was offered', () => {
    assert.equal(askedAfter('uscis', 'what hours is the tip line open', hours).kind, 'handoff');
    assert.equal(askedAfter('victim_help', 'when can I report it', hours).kind, 'handoff');
    assert.equal(askedAfter('complaint_officer', 'when can I report him', hours).kind, 'referral');
  });

  it('after thoughts of suicide are about the crisis line', () => {
    const conversation = stage();
    conversation.say('x', { intents: [{ kind: 'emergency', danger: 'suicide' }] });
    const told = conversation.say('is it free?', { intents: [{ kind: 'tip-line-fact', fact: 'cost' }] });
    const { kind, contacts } = askResult('x', told, knowledge);
    assert.equal(kind, 'emergency');
    assert.ok(contacts.includes('crisis-988') && !contacts.includes('ice-tip-line'));
  });

  it('and whoever pleads for help then is given that line again, and never loses it', () => {
    const conversation = stage();
    conversation.say('x', { intents: [{ kind: 'emergency', danger: 'suicide' }] });
    const plea = conversation.say('can you help me', { intents: [{ kind: 'about', fact: 'help' }] });
    assert.equal(plea.replies[0]?.kind, 'emergency');
    const no = conversation.say('no', { intents: [{ kind: 'smalltalk', move: 'decline' }] });
    assert.match(no.text, /call or text 988/);
    const text = conversation.say('can i text them', { intents: [{ kind: 'tip-line-fact', fact: 'text' }] });
    assert.match(text.text, /^988 Suicide and Crisis Lifeline: Text 988\./);
  });

  it('are followed by legal questions without losing the contact', () => {
    const told = askedAfter('victim_help', 'will ICE deport me if I ask for help', { kind: 'question' });
    assert.equal(told.kind, 'unknown');
    assert.match(told.reply, /^I can't give legal advice/);
    assert.ok(told.contacts.includes('trafficking-hotline'));
  });

  it('mean the tip line again once the conversation has moved on to it', () => {
    const conversation = stage();
    conversation.say('x', { intents: [{ kind: 'referral', topic: 'victim_help' }] });
    conversation.say('x', { intents: [{ kind: 'report' }] });
    assert.equal(conversation.say('what are its hours?', { intents: [hours] }).replies[0]?.kind, 'handoff');
  });
});
