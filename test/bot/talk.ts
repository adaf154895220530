import type { Activity } from 'botbuilder';
import { type BotParts, createBot } from '../../src/bot/bot.ts';
import type { TurnReport } from '../../src/bot/turn-report.ts';
import { messageChannel } from '../../src/channels/bot-framework/message-channel.ts';
import { createMessagesEndpoint } from '../../src/channels/bot-framework/messages-endpoint.ts';
import type { ChannelResponse } from '../../src/channels/channel-http.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { countingRoute } from './activities.ts';

/** The bot behind its real endpoint, unsigned, on the memory store. */
export function startBot(parts: Partial<BotParts> = {}) {
  const store = createMemoryStore();
  const reports: TurnReport[] = [];
  const bot = createBot({
    route: countingRoute,
    store,
    unkeptNotice: () => 'not kept',
    clock: () => new Date('2026-11-24T12:00:00Z'),
    report: (report) => reports.push(report),
    channelOf: () => messageChannel,
    invokes: new Map(),
    invokeEvents: new Map(),
    ...parts,
  });
  const handler = createMessagesEndpoint({
    registration: { mode: 'anonymous', serviceHosts: [] },
    bot,
    log: () => undefined,
  });
  const post = (body: unknown): Promise<ChannelResponse> =>
    handler({ method: 'POST', params: {}, query: {}, headers: {}, body, address: '127.0.0.1' });
  return {
    bot,
    store,
    reports,
    post,
    /** Texts of the replies in the response. */
    say: async (body: unknown): Promise<readonly (string | undefined)[]> => textsOf(await post(body)),
    close: () => store.close(),
  };
}

export function textsOf(response: ChannelResponse): readonly (string | undefined)[] {
  return activitiesOf(response).map(({ text }) => text);
}

export function activitiesOf({ body }: ChannelResponse): readonly Partial<Activity>[] {
  const { activities } = (body ?? {}) as { activities?: readonly Partial<Activity>[] };
  return activities ?? [];
}
