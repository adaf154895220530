import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { type Assistant, loadAssistant } from '../../../src/assistant.ts';
import type { TurnReport } from '../../../src/bot/turn-report.ts';
import { wireBot } from '../../../src/bot-wiring.ts';
import type { AdaptiveCard } from '../../../src/channels/teams/adaptive-card.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { startConnector, startEndpoint } from '../bot-framework/signed-endpoint.ts';
import * as teams from './recorded-activities.ts';

/** The whole assistant as Teams meets it: activities in, what the connector receives out. */
describe('Teams’ activities, replayed', function () {
  this.timeout(60_000);
  let connector: Awaited<ReturnType<typeof startConnector>>;
  let store: ReturnType<typeof createMemoryStore>;
  let endpoint: ReturnType<typeof startEndpoint>;
  const reports: TurnReport[] = [];
  let assistant: Assistant;

  before(() => {
    assistant = loadAssistant({ knowledgeDir: 'knowledge' });
  });
  beforeEach(async () => {
    reports.length = 0;
    store = createMemoryStore();
    connector = await startConnector();
    const bot = wireBot({
      assistant: () => assistant,
      store,
      settings: {
        registration: { mode: 'anonymous', serviceHosts: [] },
        teamsAiLabel: false,
        handoffTarget: 'desk',
      },
      onTurn: (report) => reports.push(report),
      onHandOffFailure: (error) => assert.fail(String(error)),
      onRouteFault: (error) => assert.fail(String(error)),
    });
    endpoint = startEndpoint({ mode: 'anonymous', serviceHosts: [] }, bot);
  });
  afterEach(() => Promise.all([connector.close(), store.close()]));

  /** Posts an activity; gives back the response and the messages that reached the conversation. */
  const replay = async (activity: object) => {
    const from = connector.received.length;
    const response = await endpoint.post({ ...activity, serviceUrl: connector.url });
    const sent = connector.received.slice(from);
    return { ...response, sent: sent.map((entry) => entry.activity), paths: sent.map((entry) => entry.path) };
  };
  const cardOf = (activity: Partial<Activity> | undefined) => activity?.attachments?.[0]?.content as AdaptiveCard;
  const shown = (activity: Partial<Activity> | undefined) =>
    `${activity?.text ?? ''} ${JSON.stringify(cardOf(activity)?.body ?? '')}`;

  it('a message: an answer with its source, cited, and thumbs', async () => {
    const { status, sent, paths } = await replay(teams.personalMessage('m1', 'what is the mission of ICE?'));
    assert.equal(status, 200);
    assert.equal(sent.length, 1);
    assert.equal(paths[0], '/teams/v3/conversations/a%3A1personal/activities/m1');
    assert.match(cardOf(sent[0]).fallbackText, /What We Do, reviewed January 3, 2018/);
    assert.equal(sent[0]?.entities?.[0]?.type, 'https://schema.org/Message');
    assert.deepEqual(sent[0]?.channelData, { feedbackLoopEnabled: true });
  });

  it('a mention in a channel: answered in its thread, state kept for each person', async () => {
    const { sent, paths } = await replay(teams.channelMention('m2', 'I want to report a crime'));
    assert.ok(paths[0]?.startsWith('/teams/v3/conversations/19%3Ateam%40thread.tacv2%3Bmessageid%3D1764000000000/'));
    assert.match(shown(sent[0]), /1-866-347-2423/);
    assert.match(shown(sent[0]), /private/);
    const ben = { id: '29:1ben', name: 'Ben', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002' };
    const other = await replay(teams.channelMention('m3', 'what does ICE do about terrorism', ben));
    assert.equal(other.sent[0]?.entities?.[0]?.type, 'https://schema.org/Message', 'Ben is not in Ana’s report');
  });

  it('an edit: answered again, once', async () => {
    await replay(teams.personalMessage('m4', 'hello'));
    const edited = await replay(teams.edit('m4', 'I want to report a crime'));
    assert.match(shown(edited.sent[0]), /1-866-347-2423/);
    assert.deepEqual((await replay(teams.edit('m4', 'I want to report a crime'))).sent, []);
  });

  it('install and arrival: one welcome; leaving, other people and new channels: none', async () => {
    const { sent } = await replay(teams.installed);
    assert.equal(sent.length, 1);
    assert.match(shown(sent[0]), /automated assistant/);
    const quiet = [
      teams.botAdded,
      teams.uninstalled,
      teams.teamMembersAdded([{ id: '29:1ben' }]),
      teams.channelCreated,
    ];
    for (const activity of quiet) assert.deepEqual((await replay(activity)).sent, [], activity.id);
    assert.equal((await replay(teams.teamMembersAdded([teams.teamBot]))).sent.length, 1);
  });

  it('reactions, deletions and restored messages: accepted quietly, no state touched', async () => {
    for (const activity of [teams.reaction, teams.softDelete, teams.undelete]) {
      const { status, sent } = await replay(activity);
      assert.deepEqual([status, sent], [200, []]);
    }
    assert.deepEqual(reports, []);
  });

  it('buttons: a follow-up works; values we never sent change nothing', async () => {
    const { sent } = await replay(teams.personalMessage('m5', 'what does ICE do about human trafficking?'));
    const more = cardOf(sent[0]).actions?.find((action) => action.type === 'Action.Submit');
    assert.ok(more?.type === 'Action.Submit');
    const followed = await replay(teams.messageBack('m6', more.data.msteams.text));
    assert.equal(followed.sent.length, 1);
    const submitted = await replay(teams.submit('m7', more.data));
    assert.equal(submitted.sent.length, 1);
    const turns = reports.length;
    for (const value of [
      { action: 'delete everything' },
      { say: { $gt: '' } },
      { big: 'x'.repeat(60_000) },
      { say: 'x'.repeat(60_000) },
    ]) {
      const { status, sent: none } = await replay(teams.submit('m8', value));
      assert.deepEqual([status, none], [200, []]);
    }
    assert.equal(reports.length, turns);
  });

  it('feedback: counted without the comment; other values 400', async () => {
    const { status, sent } = await replay(teams.feedback('i1', 'like'));
    assert.deepEqual([status, sent], [200, []]);
    assert.deepEqual([reports[0]?.event, reports[0]?.rating], ['feedback', 'up']);
    assert.ok(!JSON.stringify(reports).includes('canary'));
    assert.equal((await replay(teams.feedback('i2', 'love'))).status, 400);
  });

  it('search in the compose box: a list, a picked card, a pasted link', async () => {
    const listed = (await replay(teams.composeQuery('terrorism'))).body as {
      composeExtension: { attachments: { preview: { content: { tap: { value: { section: string } } } } }[] };
    };
    const { section } = listed.composeExtension.attachments[0]!.preview.content.tap.value;
    assert.equal(section, 'what-we-do/preventing-terrorism');
    assert.equal((await replay(teams.composeSelect(section))).status, 200);
    assert.equal((await replay(teams.composeLink('https://www.ice.gov/overview'))).status, 200);
    assert.deepEqual(reports, []);
  });

  it('invokes it does not know: 501', async () => {
    for (const name of [
      'task/fetch',
      'signin/verifyState',
      'composeExtension/submitAction',
      'adaptiveCard/action',
      'x',
    ]) {
      assert.equal((await replay(teams.unknownInvoke(name))).status, 501, name);
    }
  });

  it('hands who asks for a person to the desk: topic and language, never the words', async () => {
    const { sent } = await replay(teams.personalMessage('m9', 'I want to talk to a real person please'));
    const event = sent.find(({ type }) => type === 'event');
    assert.equal(event?.name, 'handoff.initiate');
    assert.deepEqual(event?.value, { target: 'desk', topic: null, lang: 'en' });
    assert.ok(!JSON.stringify(event).includes('real person'));
    const status = {
      ...teams.personalMessage('e1', ''),
      type: 'event',
      name: 'handoff.status',
      value: { state: 'accepted' },
    };
    assert.match((await replay(status)).sent[0]?.text ?? '', /person has taken this over/);
    assert.deepEqual((await replay({ ...status, value: { state: 'canary' } })).sent, []);
    const report = await replay(teams.personalMessage('m10', 'I want to report a crime'));
    assert.ok(report.sent.every(({ type }) => type === 'message'));
  });
});
