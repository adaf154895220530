import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readClientActivity, readStart } from '../../../src/channels/direct-line/client-activity.ts';
import { readWatermark, writeWatermark } from '../../../src/channels/direct-line/watermark.ts';

describe('what a client sends', () => {
  it('is a message with its text, language and ids', () => {
    assert.deepEqual(
      readClientActivity({
        type: 'message',
        text: 'hello',
        locale: 'es-US',
        id: 'a1',
        value: { a: 1 },
        channelData: { clientActivityID: 'c1' },
      }),
      {
        kind: 'message',
        text: 'hello',
        value: { a: 1 },
        locale: 'es-US',
        ids: ['client:c1', 'id:a1'],
        clientActivityId: 'c1',
      },
    );
  });

  it('is a thumb only under its own name', () => {
    assert.equal(
      readClientActivity({ type: 'event', name: 'answerline/feedback', value: { rating: 'up' } }).kind,
      'feedback',
    );
    assert.equal(readClientActivity({ type: 'event', name: 'feedback' }).kind, 'ignored');
    assert.equal(readClientActivity({ type: 'typing' }).kind, 'ignored');
    assert.equal(readClientActivity({ type: 'endOfConversation' }).kind, 'end');
    assert.equal(readClientActivity({ type: 'message', attachments: [{}] }).kind, 'attachment');
    assert.equal(readClientActivity({ type: 'message', attachments: [] }).kind, 'message');
  });

  it('has no ids that could be words, and no language that is none', () => {
    const odd = readClientActivity({
      type: 'message',
      text: '',
      id: 'his name is',
      locale: '<b>',
      channelData: { clientActivityID: 'x'.repeat(65) },
    });
    assert.deepEqual(odd, {
      kind: 'message',
      text: '',
      value: undefined,
      locale: undefined,
      ids: [],
      clientActivityId: undefined,
    });
    assert.deepEqual(readStart({ locale: 'x y' }), { locale: undefined });
    assert.deepEqual(readStart(undefined), { locale: undefined });
    assert.deepEqual(readStart('es'), { locale: undefined });
    assert.deepEqual(readStart({ locale: 'es' }), { locale: 'es' });
  });

  it('never makes reading fail', () => {
    fc.assert(fc.property(fc.anything(), (body) => typeof readClientActivity(body).kind === 'string'));
    fc.assert(fc.property(fc.anything(), (body) => 'locale' in readStart(body)));
  });

  it('goes on after a watermark of ours and after no other', () => {
    fc.assert(fc.property(fc.nat(), (sequence) => readWatermark(writeWatermark(sequence)) === sequence));
    for (const none of [undefined, '', '-']) assert.equal(readWatermark(none), 0);
    for (const odd of ['x', '-1', '1.5', '1e3', ' 1', '9'.repeat(16)]) assert.equal(readWatermark(odd), null, odd);
  });
});
