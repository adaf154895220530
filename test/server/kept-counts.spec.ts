import assert from 'node:assert/strict';
import { startConversation } from '../channels/direct-line/direct-line-client.ts';
import { runApp } from './running-app.ts';

describe('what is counted of the day', () => {
  it('is kept in the store and shown among the metrics', async () => {
    const first = await runApp({ STORE: 'sqlite' });
    const client = await startConversation(first.url);
    await client.say('hello');
    const rated = (await client.poll()).activities.at(-1)!.id!;
    await client.post({ type: 'event', name: 'answerline/feedback', value: { replyTo: rated, rating: 'up' } });
    const metrics = await (await fetch(`${first.url}/metrics`)).text();
    await first.stop();
    assert.match(metrics, /^answerline_counted_today\{name="reply",about="",kind="smalltalk",lang="en"\} 2$/m);
    assert.match(metrics, /^answerline_counted_today\{name="rating",rating="up"\} 1$/m);
  });
});
