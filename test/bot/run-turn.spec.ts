import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import type { ConversationStore } from '../../src/bot/conversation-store.ts';
import { OUTBOX, type Outbox, type TurnSettlement } from '../../src/bot/outbox.ts';
import { AnswerlineError } from '../../src/errors.ts';
import { countingRoute, message, says } from './activities.ts';
import { startBot } from './talk.ts';

describe('a turn', () => {
  let talk: ReturnType<typeof startBot>;
  beforeEach(() => {
    talk = startBot();
  });
  afterEach(() => talk.close());

  it('answers the same activity once, sent ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => talk.say(message)));
    assert.deepEqual(answers.flat(), ['1: hello']);
    assert.equal(talk.reports.filter(({ result }) => result === 'repeated').length, 9);
  });

  it('answers a hundred messages of one conversation in order and loses no state', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => talk.say({ ...message, id: `m${index}`, text: `t${index}` })),
    );
    assert.deepEqual(
      answers.flat(),
      Array.from({ length: 100 }, (_, index) => `${index + 1}: t${index}`),
    );
  });

  it('keeps conversations apart, and people of one group', async () => {
    const group = { ...message, conversation: { id: 'group', isGroup: true } };
    assert.deepEqual(await talk.say({ ...group, id: 'g1', from: { id: 'ana' } }), ['1: hello']);
    assert.deepEqual(await talk.say({ ...group, id: 'g2', from: { id: 'ben' } }), ['1: hello']);
    assert.deepEqual(await talk.say({ ...group, id: 'g3', from: { id: 'ana' } }), ['2: hello']);
    assert.deepEqual(await talk.say({ ...message, id: 'o1', conversation: { id: 'other' } }), ['1: hello']);
    assert.deepEqual(await talk.say({ ...message, id: 'o2', channelId: 'webchat' }), ['1: hello']);
  });

  it('answers an edited message again, and the same edit once', async () => {
    await talk.say(message);
    const edit = { ...message, type: 'messageUpdate', text: 'hello again', timestamp: '2026-11-24T12:01:00Z' };
    assert.deepEqual(await talk.say(edit), ['2: hello again']);
    assert.deepEqual(await talk.say(edit), []);
    assert.deepEqual(await talk.say({ ...edit, timestamp: '2026-11-24T12:02:00Z' }), ['3: hello again']);
  });

  it('welcomes once, whichever of install and arrival comes first', async () => {
    const added = { ...message, type: 'conversationUpdate', id: 'w1', text: undefined, membersAdded: [{ id: 'bot' }] };
    const installed = { ...message, type: 'installationUpdate', id: 'w2', text: undefined, action: 'add' };
    assert.deepEqual(await talk.say(installed), ['1: welcome']);
    assert.deepEqual(await talk.say(added), []);
  });

  it('reports what happened without a word of the visitor', async () => {
    await talk.say({ ...message, text: 'canary' });
    assert.equal(talk.reports.length, 1);
    assert.ok(!JSON.stringify(talk.reports).includes('canary'));
    const { milliseconds: _, ...report } = talk.reports[0]!;
    assert.deepEqual(report, {
      channel: 'other',
      event: 'message',
      rating: null,
      result: 'answered',
      replies: [{ kind: 'smalltalk', lang: 'en', section: null, topic: null }],
    });
  });
});

describe('a turn while the store is down', () => {
  const down = new AnswerlineError('STORE_UNAVAILABLE', 'down');

  it('is answered within a second, with a line that nothing is kept', async () => {
    const store: ConversationStore = { ...startedStore(), withTurn: () => Promise.reject(down) };
    const talk = startBot({ store });
    const started = performance.now();
    assert.deepEqual(await talk.say(message), ['1: hello', 'not kept']);
    assert.ok(performance.now() - started < 1000);
    assert.equal(talk.reports[0]?.result, 'unkept');
    await talk.close();
  });

  it('is answered once where the commit fails after the reply has gone out', async () => {
    const talk = startBot();
    const store: ConversationStore = {
      ...talk.store,
      withTurn: (key, turn) =>
        talk.store.withTurn(key, (open) => turn({ ...open, commit: () => Promise.reject(down) })),
    };
    const failing = startBot({ store });
    assert.deepEqual(await failing.say(message), ['1: hello', 'not kept']);
    await Promise.all([talk.close(), failing.close()]);
  });

  function startedStore(): ConversationStore {
    const { store } = startBot();
    void store.close();
    return store;
  }
});

describe('a turn of an embedded channel', () => {
  it('hands the log over in the commit and says afterwards how it ended', async () => {
    const talk = startBot();
    const kept: unknown[] = [];
    const store: ConversationStore = {
      ...talk.store,
      withTurn: (key, turn) =>
        talk.store.withTurn(key, (open) =>
          turn({
            ...open,
            commit: async (commit) => {
              kept.push([key, commit.log, commit.remember]);
              await open.commit(commit);
            },
          }),
        ),
    };
    const embedded = startBot({ store, route: (turn) => ({ ...countingRoute(turn), retention: 'replies-only' }) });
    const first = fakeOutbox();
    await embedded.bot(contextOf(first));
    assert.deepEqual(kept, [['key-1', [{ text: 'replies-only' }], { 'client-1': 'id-1' }]]);
    assert.deepEqual(first.settlements, [{ status: 'committed' }]);

    const again = fakeOutbox();
    await embedded.bot(contextOf(again));
    assert.deepEqual(again.settlements, [{ status: 'repeated', result: 'id-1' }]);
    assert.deepEqual(again.sent, []);
    await Promise.all([talk.close(), embedded.close()]);
  });

  it('rejects and settles nothing where the turn itself fails', async () => {
    const talk = startBot({
      route: () => {
        throw new Error('a fault in a dialog');
      },
    });
    const outbox = fakeOutbox();
    await assert.rejects(talk.bot(contextOf(outbox)), /a fault in a dialog/);
    assert.deepEqual(outbox.settlements, []);
    await talk.close();
  });

  it('sends every reply in one go, in order', async () => {
    const talk = startBot({
      route: (turn) => ({ replies: [says('one'), says('two')], state: turn.state, retention: 'full' }),
    });
    const outbox = fakeOutbox();
    await talk.bot(contextOf(outbox));
    assert.deepEqual(
      outbox.sent.map((batch) => batch.map(({ text }) => text)),
      [['one', 'two']],
    );
    await talk.close();
  });

  interface FakeOutbox extends Outbox {
    readonly settlements: TurnSettlement[];
    readonly sent: { text?: string }[][];
  }

  function fakeOutbox(): FakeOutbox {
    const settlements: TurnSettlement[] = [];
    return {
      conversationKey: 'key-1',
      remember: { 'client-1': 'id-1' },
      entries: (retention) => [{ text: retention }],
      settled: (settlement) => settlements.push(settlement),
      settlements,
      sent: [],
    };
  }

  /** What the embedded adapter gives the bot: an activity, an outbox and a way to send. */
  function contextOf(outbox: FakeOutbox): TurnContext {
    return {
      activity: { ...message, channelId: 'directline' },
      turnState: new Map([[OUTBOX, outbox]]),
      sendActivities: async (activities: { text?: string }[]) => outbox.sent.push(activities),
    } as unknown as TurnContext;
  }
});
