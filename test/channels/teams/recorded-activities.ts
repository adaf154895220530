/**
 * Activities as Microsoft Teams sends them, written from its documented schemas (conversation events, mentions,
 * message extensions, message feedback). Ids are made up.
 */
const tenant = { id: '99999999-8888-4777-8666-555555555555' };
const bot = { id: '28:11111111-2222-4333-8444-555555555555', name: 'Answerline' };
const ana = { id: '29:1ana', name: 'Ana', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' };

const envelope = {
  channelId: 'msteams',
  timestamp: '2026-11-24T12:00:00.000Z',
  localTimestamp: '2026-11-24T07:00:00.000-05:00',
  localTimezone: 'America/New_York',
  locale: 'en-US',
  from: ana,
  recipient: bot,
  entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'America/New_York' }],
};

const personal = {
  ...envelope,
  conversation: { id: 'a:1personal', conversationType: 'personal', tenantId: tenant.id },
  channelData: { tenant },
};

const channel = {
  ...envelope,
  conversation: {
    id: '19:team@thread.tacv2;messageid=1764000000000',
    conversationType: 'channel',
    isGroup: true,
    tenantId: tenant.id,
  },
  channelData: { tenant, team: { id: '19:team@thread.tacv2' }, channel: { id: '19:team@thread.tacv2' } },
};

export const personalMessage = (id: string, text: string) => ({
  ...personal,
  type: 'message',
  id,
  text,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<div>${text}</div>` }],
});

/** The bot mentioned twice and a colleague once, as the compose box of a channel writes it. */
export const channelMention = (id: string, text: string, from = ana) => ({
  ...channel,
  from,
  type: 'message',
  id,
  text: `<at>Answerline</at> ${text} <at>Ben</at> <at>Answerline</at>\n`,
  textFormat: 'plain',
  entities: [
    { type: 'mention', mentioned: bot, text: '<at>Answerline</at>' },
    { type: 'mention', mentioned: { id: '29:1ben', name: 'Ben' }, text: '<at>Ben</at>' },
    ...envelope.entities,
  ],
});

export const edit = (id: string, text: string, at = '2026-11-24T12:01:00.000Z') => ({
  ...personalMessage(id, text),
  type: 'messageUpdate',
  timestamp: at,
  channelData: { eventType: 'editMessage', tenant },
});

export const softDelete = {
  ...personal,
  type: 'messageDelete',
  id: '1764000000001',
  channelData: { eventType: 'softDeleteMessage', tenant },
};

export const undelete = {
  ...personalMessage('1764000000001', 'hello'),
  type: 'messageUpdate',
  channelData: { eventType: 'undeleteMessage', tenant },
};

export const reaction = {
  ...personal,
  type: 'messageReaction',
  id: 'f:reaction',
  replyToId: '1764000000002',
  reactionsAdded: [{ type: 'like' }],
};

export const installed = { ...personal, type: 'installationUpdate', id: 'f:install', action: 'add' };

export const uninstalled = { ...personal, type: 'installationUpdate', id: 'f:uninstall', action: 'remove' };

/** Sent together with `installed`. */
export const botAdded = { ...personal, type: 'conversationUpdate', id: 'f:added', membersAdded: [bot] };

export const teamMembersAdded = (members: readonly { readonly id: string }[]) => ({
  ...channel,
  type: 'conversationUpdate',
  id: `f:members-${members.map(({ id }) => id).join('-')}`,
  membersAdded: members,
  channelData: { ...channel.channelData, eventType: 'teamMemberAdded' },
});

export const teamBot = bot;

export const channelCreated = {
  ...channel,
  type: 'conversationUpdate',
  id: 'f:channel',
  channelData: { ...channel.channelData, eventType: 'channelCreated' },
};

/** A card button of ours: `messageBack` gives its text and hides the rest. */
export const messageBack = (id: string, text: string) => ({
  ...personal,
  type: 'message',
  id,
  text,
  value: {},
  replyToId: '1764000000002',
});

/** A submit action without `messageBack`: the data comes as it stands. */
export const submit = (id: string, value: unknown) => ({ ...personal, type: 'message', id, value });

export const feedback = (id: string, reaction: string) => ({
  ...personal,
  type: 'invoke',
  name: 'message/submitAction',
  id,
  replyToId: '1764000000002',
  value: { actionName: 'feedback', actionValue: { reaction, feedback: '{"feedbackText":"canary in a comment"}' } },
});

export const composeQuery = (words: string) => ({
  ...personal,
  type: 'invoke',
  name: 'composeExtension/query',
  id: 'f:query',
  value: {
    commandId: 'searchSections',
    parameters: [{ name: 'words', value: words }],
    queryOptions: { skip: 0, count: 25 },
  },
});

export const composeSelect = (section: string) => ({
  ...personal,
  type: 'invoke',
  name: 'composeExtension/selectItem',
  id: 'f:select',
  value: { section },
});

export const composeLink = (url: string) => ({
  ...personal,
  type: 'invoke',
  name: 'composeExtension/queryLink',
  id: 'f:link',
  value: { url },
});

export const unknownInvoke = (name: string) => ({ ...personal, type: 'invoke', name, id: 'f:unknown', value: {} });
