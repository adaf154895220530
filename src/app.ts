import type { Brain } from './bot-wiring.ts';
import type { ChannelHandler } from './channels/channel-http.ts';
import type { RunTurn } from './channels/direct-line/adapter.ts';
import { createDirectLine } from './channels/direct-line/direct-line.ts';
import { signingKeys } from './channels/direct-line/signing-keys.ts';
import { createTokens } from './channels/direct-line/tokens.ts';
import type { Config } from './config.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import type { Log } from './server/log.ts';
import { createMetrics } from './server/metrics.ts';
import { createRateLimit } from './server/rate-limits.ts';
import { startServer } from './server/server.ts';
import { bundleWidget, type WidgetAssets } from './server/widget-bundle.ts';
import { openStore } from './storage/open-store.ts';

export interface AppParts {
  readonly config: Config;
  readonly log: Log;
  /** Makes what answers from the content; replaced in tests that need no training. */
  readonly makeBrain?: (knowledge: Knowledge) => Promise<Brain>;
  /** Opens the store; replaced in tests of one that fails. */
  readonly makeStore?: typeof openStore;
  /** Bundles the widget; replaced in tests, which need no new one each. */
  readonly makeAssets?: typeof bundleWidget;
}

export interface App {
  /** Address it listens on, base path included. */
  readonly url: string;
  /** Resolves when visitors can be answered; rejects where the bot could not be made. */
  readonly ready: Promise<void>;
  /** Reads the knowledge folder again (SIGHUP). */
  reload(): Promise<void>;
  /** Drains within ten seconds and closes the store. */
  stop(): Promise<void>;
}

/** Time for requests, turns and sockets to end, milliseconds; the store is closed after it. */
const drainMs = 9_000;

/**
 * Wires the house together. It listens, and serves pages and the widget, before what is heavy (the Bot Framework SDK and
 * the understanding) is loaded; who speaks before that waits.
 * @throws AnswerlineError with one sentence a fault
 */
export async function startApp({
  config,
  log,
  makeBrain = loadBrain,
  makeStore = openStore,
  makeAssets = bundleWidget,
}: AppParts): Promise<App> {
  const metrics = createMetrics();
  const store = await makeStore({
    redisUrl: config.redisUrl,
    kind: config.store,
    dataDir: config.dataDir,
    idleMinutes: config.idleMinutes,
    report: ({ level, msg, error }) => log[level](msg, error === undefined ? {} : { reason: error }),
  });
  const keys = await signingKeys(config.directLine.signingKeys, config.dataDir);
  const knowledge = await loadKnowledge(config.knowledgeDir);
  let content: { readonly knowledge: Knowledge; readonly assets: WidgetAssets } = {
    knowledge,
    assets: await makeAssets(knowledge),
  };
  let brain: Brain | null = null;
  const bot = Promise.withResolvers<{ readonly runTurn: RunTurn; readonly messages: ChannelHandler }>();
  const { registration } = config.bot;
  const { azureSecret: secret, azureEndpoint: endpoint, allowedOrigins: trustedOrigins } = config.directLine;

  const directLine = createDirectLine({
    log: store,
    forget: store.forget,
    tokens: createTokens(keys, config.directLine.tokenMinutes * 60),
    runTurn: async () => (await bot.promise).runTurn,
    botName: () => config.assistantName,
    limits: {
      conversation: createRateLimit(config.limits.perConversation, () => metrics.reject('rate-conversation')),
      address: createRateLimit(config.limits.perAddress, () => metrics.reject('rate-address')),
    },
    azure: secret === null ? null : { secret, endpoint, trustedOrigins },
    onFault: (error) => log.error('welcome failed', { error }),
  });
  const missing = async () => [...(brain === null ? ['bot'] : []), ...((await store.ping()) ? [] : ['store'])];
  metrics.observe({ sockets: () => directLine.streams.size, ready: () => brain !== null });

  const server = await startServer({
    config,
    log,
    metrics,
    content: () => content,
    directLine,
    messages: registration.mode === 'off' ? null : async (request) => (await bot.promise).messages(request),
    missing,
  });
  log.info('listening', { url: server.url });
  if (registration.mode === 'off') {
    log.warn('/api/messages is not served: production needs MicrosoftAppId, or ALLOW_ANONYMOUS_CHANNEL=true');
  } else if (registration.mode === 'anonymous') {
    log.warn('/api/messages takes unsigned requests: for trials on this machine only');
  }
  bot.promise.catch(() => {});

  async function makeBot(): Promise<void> {
    const made = await makeBrain(knowledge);
    const [{ wireBot }, { createRunTurn }, { createMessagesEndpoint }] = await Promise.all([
      import('./bot-wiring.ts'),
      import('./channels/direct-line/adapter.ts'),
      import('./channels/bot-framework/messages-endpoint.ts'),
    ]);
    brain = made;
    const logic = wireBot({
      brain: () => brain ?? made,
      store,
      settings: config.bot,
      onTurn: metrics.turn,
      onHandOffFailure: (error) => log.warn('hand-off could not be told', { error }),
    });
    const messages = createMessagesEndpoint({
      registration,
      bot: logic,
      log: (event) => {
        if (event.msg === 'turn failed') metrics.turnError();
        else metrics.reject('sender');
        log[event.msg === 'turn failed' ? 'error' : 'info'](event.msg, {
          reason: event.msg === 'turn failed' ? `${event.error} ${event.at}` : event.reason,
        });
      },
    });
    bot.resolve({ runTurn: createRunTurn(logic), messages });
  }

  async function use(next: Knowledge): Promise<void> {
    const [assets, made] = await Promise.all([makeAssets(next), makeBrain(next)]);
    content = { knowledge: next, assets };
    brain = made;
    log.info('content changed', { contentHash: next.contentHash });
  }

  const ready = makeBot();
  ready.catch(bot.reject);
  return {
    url: server.url,
    ready,
    reload: async () => use(await loadKnowledge(config.knowledgeDir)),
    stop: async () => {
      await server.stop(drainMs);
      await store.close();
    },
  };
}

async function loadBrain(knowledge: Knowledge): Promise<Brain> {
  const { createBrain } = await import('./brain.ts');
  return createBrain(knowledge);
}
