import type { Assistant } from './assistant.ts';
import type { BotLogic } from './bot/bot.ts';
import type { ConversationStore } from './bot/conversation-store.ts';
import { createTurnCounter } from './bot/count-turn.ts';
import { wireBot } from './bot-wiring.ts';
import { errorPlace } from './channels/bot-framework/error-place.ts';
import { createMessagesEndpoint } from './channels/bot-framework/messages-endpoint.ts';
import { refusal } from './channels/bot-framework/refusal.ts';
import type { ChannelHandler } from './channels/channel-http.ts';
import { createRunTurn, type RunTurn } from './channels/direct-line/adapter.ts';
import type { Limits } from './channels/rate-limit.ts';
import type { Config } from './config.ts';
import type { Log } from './server/log.ts';
import type { Metrics } from './server/metrics.ts';

/** The two doors into the bot. Importing this file loads the Bot Framework SDK. */
export interface BotEndpoints {
  /** For the embedded Direct Line. */
  readonly runTurn: RunTurn;
  /** `POST /api/messages`. */
  readonly messages: ChannelHandler;
}

export interface BotEndpointParts {
  readonly assistant: () => Assistant;
  readonly store: ConversationStore;
  readonly config: Config;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly log: Log;
}

export function createBotEndpoints({ assistant, store, config, limits, metrics, log }: BotEndpointParts): BotEndpoints {
  const countTurn = createTurnCounter(store);
  const bot: BotLogic = wireBot({
    assistant,
    store,
    settings: config.bot,
    onTurn: (report) => {
      metrics.turn(report);
      countTurn(report);
    },
    onHandOffFailure: (error) => log.warn('the hand-off could not be told', { error }),
    onRouteFault: (error) => {
      metrics.turnError();
      log.error('a dialog failed', { what: errorPlace(error).error, reason: errorPlace(error).at });
    },
  });
  const messages = createMessagesEndpoint({
    registration: config.bot.registration,
    bot,
    limit: limits.conversation,
    log: (event) => {
      if (event.msg === 'turn failed') {
        metrics.turnError();
        log.error('turn failed', { what: event.error, reason: event.at });
      } else {
        metrics.reject('sender');
        log.info('request refused', { status: event.status, reason: event.reason });
      }
    },
  });
  return {
    runTurn: createRunTurn(bot),
    messages: async (request) => {
      const pace = await limits.address(request.address);
      if (pace.allowed) return messages(request);
      return refusal('TooManyRequests', { 'Retry-After': String(pace.retryAfter) });
    },
  };
}
