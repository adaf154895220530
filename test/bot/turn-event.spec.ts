import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readActivity } from '../../src/bot/incoming-activity.ts';
import { turnEvent } from '../../src/bot/turn-event.ts';
import { message } from './activities.ts';

const event = (more: object) => turnEvent(readActivity({ ...message, ...more })!);
const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id, name: 'x' } });

describe('what an activity means', () => {
  it('is its words, without any mention of the bot and with other people by name', () => {
    const entities = [mention('bot', '<at>Answerline</at>'), mention('ana', '<at>Ana</at>'), { type: 'clientInfo' }];
    const text = '<at>Answerline</at> did <at>Ana</at> ask <at>Answerline</at>?';
    assert.deepEqual(event({ text, entities }), { type: 'message', text: 'did Ana ask ?' });
  });

  it('is an empty message where only the bot is named or nothing is said', () => {
    assert.deepEqual(event({ text: '<at>A</at>', entities: [mention('bot', '<at>A</at>')] }), {
      type: 'message',
      text: '',
    });
    assert.deepEqual(event({ text: undefined }), { type: 'message', text: '' });
    assert.deepEqual(event({ text: 42 }), { type: 'message', text: '' });
  });

  it('is the words of a button of ours, and nothing for a value of another', () => {
    assert.deepEqual(event({ text: undefined, value: { say: 'tell me more' } }), {
      type: 'message',
      text: 'tell me more',
    });
    for (const value of [{}, { say: 1 }, { say: '' }, { say: 'x'.repeat(1001) }, { action: 'delete' }]) {
      assert.equal(event({ text: undefined, value }), null);
    }
  });

  it('is an attachment where a file comes without words; Teams’ copy of the text is none', () => {
    assert.deepEqual(event({ text: '', attachments: [{ contentType: 'image/png' }] }), { type: 'attachment' });
    assert.deepEqual(event({ text: '', attachments: [{ contentType: 'text/html' }] }), { type: 'message', text: '' });
  });

  it('is a welcome when the bot arrives, not when other people join a group', () => {
    const joined = { type: 'conversationUpdate', text: undefined };
    const group = { conversation: { id: 'g', conversationType: 'channel' } };
    assert.deepEqual(event({ ...joined, ...group, membersAdded: [{ id: 'bot' }] }), { type: 'welcome' });
    assert.equal(event({ ...joined, ...group, membersAdded: [{ id: 'ana' }] }), null);
    assert.equal(event({ ...joined, ...group, membersAdded: 'bot' }), null);
    assert.deepEqual(event({ ...joined, membersAdded: [{ id: 'visitor' }] }), { type: 'welcome' });
    assert.equal(event({ ...joined, membersRemoved: [{ id: 'bot' }] }), null);
    assert.deepEqual(event({ type: 'installationUpdate', action: 'add' }), { type: 'welcome' });
    assert.equal(event({ type: 'installationUpdate', action: 'remove' }), null);
  });

  it('is a thumb for feedback events that say so', () => {
    const thumb = { type: 'event', name: 'feedback', value: { rating: 'down' }, replyToId: 'r1' };
    assert.deepEqual(event(thumb), { type: 'feedback', rating: 'down', replyTo: 'r1' });
    assert.equal(event({ ...thumb, value: { rating: 5 } }), null);
    assert.equal(event({ ...thumb, name: 'other' }), null);
  });

  it('is nothing for typing, reactions, deletions, ends and unknown types', () => {
    const types = [
      'typing',
      'messageReaction',
      'messageDelete',
      'endOfConversation',
      'trace',
      'handoff',
      'x',
      '__proto__',
    ];
    for (const type of types) assert.equal(event({ type }), null, type);
    assert.equal(event({ type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } }), null);
  });

  it('is never an exception', () => {
    const kinds = fc.constantFrom('message', 'messageUpdate', 'conversationUpdate', 'event', 'installationUpdate');
    const field = fc.constantFrom('text', 'value', 'entities', 'attachments', 'membersAdded', 'channelData', 'locale');
    fc.assert(
      fc.property(kinds, fc.dictionary(field, fc.jsonValue()), (type, fields) => {
        const activity = readActivity({ ...message, ...fields, type });
        assert.ok(activity);
        turnEvent(activity);
      }),
    );
  });
});
