import { randomUUID } from 'node:crypto';
import type { Activity } from 'botframework-schema';
import { AnswerlineError } from '../../errors.ts';
import type { ChannelResponse } from '../channel-http.ts';
import type { RunTurn } from './adapter.ts';
import type { ClientRequest } from './client-activity.ts';
import { createOutbox, type EmbeddedOutbox } from './embedded-outbox.ts';
import { errorResponse } from './errors.ts';
import type { LiveReplies } from './live-replies.ts';
import type { LiveWords } from './live-words.ts';
import type { Streams } from './streams.ts';
import type { TokenClaims } from './tokens.ts';

export interface TurnsParts {
  /** Resolves when the bot is there. */
  readonly runTurn: () => Promise<RunTurn>;
  /** Shown as the sender's name. */
  readonly botName: () => string;
  readonly streams: Streams;
  readonly words: LiveWords;
  readonly replies: LiveReplies;
}

/** The conversation a turn belongs to. */
export interface Speaker {
  readonly key: string;
  readonly claims: TokenClaims;
}

/** Id of the bot on this channel. */
const botId = 'answerline';

/** Runs the visitor's message or thumb through the bot; answers after everything that is to be kept is stored. */
export async function postActivity(
  request: Extract<ClientRequest, { kind: 'message' | 'feedback' }>,
  speaker: Speaker,
  parts: TurnsParts,
): Promise<ChannelResponse> {
  const id = randomUUID();
  const activity: Partial<Activity> = {
    ...envelope(speaker, parts),
    id,
    ...(request.kind === 'message' ? { type: 'message', textFormat: 'plain' } : { type: 'event', name: 'feedback' }),
    ...(request.text !== undefined && { text: request.text }),
    ...(request.kind === 'feedback' && { value: request.value }),
    ...((request.locale ?? speaker.claims.locale) && { locale: request.locale ?? speaker.claims.locale }),
    ...(request.clientActivityId && { channelData: { clientActivityID: request.clientActivityId } }),
  };
  const outbox = outboxFor(speaker, parts, {
    visitor: request.kind === 'message' ? activity : null,
    remember: Object.fromEntries(request.ids.map((name) => [name, id])),
  });
  try {
    await run(activity, outbox, parts);
  } catch (error) {
    if (error instanceof AnswerlineError && error.code === 'TURN_SUPERSEDED') {
      return errorResponse('ServiceUnavailable', { 'retry-after': '1' });
    }
    throw error;
  }
  const { settlement } = outbox;
  if (settlement?.status === 'repeated') return { status: 200, body: { id: settlement.result } };
  return { status: 200, body: { id } };
}

/** Lets the bot say its welcome; sent again it says nothing. */
export async function greet(speaker: Speaker, parts: TurnsParts): Promise<void> {
  const activity: Partial<Activity> = {
    ...envelope(speaker, parts),
    id: randomUUID(),
    type: 'conversationUpdate',
    membersAdded: [{ id: speaker.claims.userId, name: '' }],
    ...(speaker.claims.locale && { locale: speaker.claims.locale }),
  };
  const outbox = outboxFor(speaker, parts, { visitor: null, remember: { welcome: 'welcome' } });
  await run(activity, outbox, parts);
}

async function run(activity: Partial<Activity>, outbox: EmbeddedOutbox, parts: TurnsParts): Promise<void> {
  const runTurn = await parts.runTurn();
  await runTurn(activity, outbox);
  if (outbox.settlement?.status !== 'unkept') return;
  const entries = outbox.entries('full');
  const seen = parts.streams.showLive(outbox.conversationKey, entries);
  if (!seen) parts.replies.hold(outbox.conversationKey, entries);
}

function outboxFor(
  { key }: Speaker,
  { streams, words }: TurnsParts,
  own: { readonly visitor: Partial<Activity> | null; readonly remember: Readonly<Record<string, string>> },
): EmbeddedOutbox {
  return createOutbox({
    ...own,
    conversationKey: key,
    onWordsNotKept: words.hold,
    onTyping: (typing) => streams.showLive(key, [typing]),
  });
}

/** Who speaks to whom is the server's to say: nothing of it is taken from the client. */
function envelope({ claims }: Speaker, { botName }: TurnsParts) {
  return {
    channelId: 'directline',
    serviceUrl: 'urn:answerline:directline',
    timestamp: new Date(),
    from: { id: claims.userId, name: '', role: 'user' },
    recipient: { id: botId, name: botName(), role: 'bot' },
    conversation: { id: claims.conversationId, isGroup: false, conversationType: 'personal', name: '' },
  } satisfies Partial<Activity>;
}
