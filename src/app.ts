import type { Assistant } from './assistant.ts';
import type { BotEndpoints } from './bot-endpoints.ts';
import { createDirectLine, type DirectLine } from './channels/direct-line/direct-line.ts';
import { signingKeys } from './channels/direct-line/signing-keys.ts';
import { createTokens } from './channels/direct-line/tokens.ts';
import type { Limits } from './channels/rate-limit.ts';
import type { Config } from './config.ts';
import { type Content, openContent } from './content.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import type { KnowledgeWatch } from './knowledge/watch-knowledge.ts';
import { releaseMemory } from './release-memory.ts';
import { addressKey } from './server/client-address.ts';
import type { Log } from './server/log.ts';
import { createMetrics, type Metrics } from './server/metrics.ts';
import { createRateLimit } from './server/rate-limits.ts';
import { startServer } from './server/server.ts';
import { bundleWidget } from './server/widget-bundle.ts';
import { openStore } from './storage/open-store.ts';
import type { Store } from './storage/store.ts';
import { warmUp } from './warm-up.ts';

export interface AppParts {
  readonly config: Config;
  readonly log: Log;
  /** Makes what answers; replaced in tests that need no training. */
  readonly makeAssistant?: (knowledge: Knowledge) => Promise<Assistant>;
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
export async function startApp(parts: AppParts): Promise<App> {
  const { config, log, makeStore = openStore, makeAssets = bundleWidget } = parts;
  const makeAssistant = parts.makeAssistant ?? assistantMaker(config);
  const metrics = createMetrics();
  const keys = await signingKeys(config.directLine.signingKeys, config.dataDir);
  // The bundler works in a process of its own, so the rest is loaded meanwhile.
  const [content, store] = await Promise.all([
    openContent(() => loadKnowledge(config.knowledgeDir), { makeAssets, makeAssistant }),
    makeStore(storeChoice(config, log)),
    import('./server/restify-app.ts'),
  ]);
  const bot = Promise.withResolvers<BotEndpoints>();
  bot.promise.catch(() => {});

  const limits = await openLimits(config, metrics);
  const directLine = openDirectLine({ config, log, limits, store, keys, bot: bot.promise });
  const isReady = () => content.assistant() !== null;
  metrics.observe({ sockets: () => directLine.streams.size, ready: isReady, counts: store.counts });
  const server = await startServer({
    config,
    log,
    metrics,
    content: content.pages,
    directLine,
    messages: config.bot.registration.mode === 'off' ? null : async (request) => (await bot.promise).messages(request),
    missing: async () => [...(isReady() ? [] : ['bot']), ...((await store.ping()) ? [] : ['store'])],
  });
  log.info('listening', { url: server.url });
  warnOfOpenChannel(config, log);

  let watch: KnowledgeWatch | null = null;
  const complete = async (): Promise<void> => {
    const made = await content.complete();
    const { createBotEndpoints } = await import('./bot-endpoints.ts');
    const assistant = () => content.assistant() ?? made;
    const endpoints = createBotEndpoints({ assistant, store, config, limits, metrics, log });
    watch = await watchContent(content, config, log);
    bot.resolve(endpoints);
    // Visitors need not wait for it.
    warmUp(made).then(releaseMemory, (error: unknown) => log.error('warming up failed', { error }));
  };
  const ready = complete();
  ready.catch(bot.reject);
  return {
    url: server.url,
    ready,
    reload: async () => watch?.reload(),
    stop: async () => {
      await watch?.close();
      await server.stop(drainMs);
      await Promise.all([store.close(), limits.close()]);
    },
  };
}

function assistantMaker({
  official,
  idleMinutes,
  knowledgeDir,
  dataDir,
}: Config): (knowledge: Knowledge) => Promise<Assistant> {
  return async (knowledge) => {
    const { prepareModel } = await import('./prepare-model.ts');
    await prepareModel(knowledge, knowledgeDir, dataDir);
    const { createAssistantOver } = await import('./assistant.ts');
    return createAssistantOver(knowledge, { official, idleMinutes, cacheDir: dataDir });
  };
}

function storeChoice(config: Config, log: Log): Parameters<typeof openStore>[0] {
  return {
    redisUrl: config.redisUrl,
    kind: config.store,
    dataDir: config.dataDir,
    idleMinutes: config.idleMinutes,
    report: ({ level, msg, error }) => log[level](msg, error === undefined ? {} : { reason: error }),
  };
}

async function openLimits(config: Config, metrics: Metrics): Promise<Limits & { close(): Promise<void> }> {
  const { perConversation, perAddress } = config.limits;
  const shared =
    config.redisUrl === null
      ? null
      : (await import('./storage/redis-rate-limits.ts')).openRedisRateLimits(config.redisUrl);
  const limit = (name: 'conversation' | 'address', perMinute: number) => {
    const onReject = () => metrics.reject(`rate-${name}`);
    return shared ? shared.limit(name, perMinute, onReject) : createRateLimit(perMinute, onReject);
  };
  const address = limit('address', perAddress);
  return {
    conversation: limit('conversation', perConversation),
    address: (client) => address(addressKey(client)),
    close: async () => shared?.close(),
  };
}

function openDirectLine(parts: {
  readonly config: Config;
  readonly log: Log;
  readonly limits: Limits;
  readonly store: Store;
  readonly keys: readonly string[];
  readonly bot: Promise<BotEndpoints>;
}): DirectLine {
  const { config, log, store } = parts;
  const { azureSecret: secret, azureEndpoint: endpoint, allowedOrigins: trustedOrigins } = config.directLine;
  return createDirectLine({
    log: store,
    forget: store.forget,
    tokens: createTokens(parts.keys, config.directLine.tokenMinutes * 60),
    runTurn: async () => (await parts.bot).runTurn,
    botName: () => config.assistantName,
    limits: parts.limits,
    azure: secret === null ? null : { secret, endpoint, trustedOrigins },
    onFault: (error) => log.error('the welcome failed', { error }),
  });
}

async function watchContent(content: Content, { knowledgeDir: dir }: Config, log: Log): Promise<KnowledgeWatch> {
  const { watchKnowledge } = await import('./knowledge/watch-knowledge.ts');
  return watchKnowledge({
    dir,
    contentHash: content.pages().knowledge.contentHash,
    use: async (knowledge) => {
      await warmUp(await content.exchange(knowledge));
      log.info('the content was exchanged', { contentHash: knowledge.contentHash });
    },
    rejected: (faults) => log.error('the changed content has faults; the old one stays in use', { faults }),
  });
}

function warnOfOpenChannel({ bot: { registration } }: Config, log: Log): void {
  if (registration.mode === 'off') {
    log.warn('/api/messages is not served: production needs MicrosoftAppId, or ALLOW_ANONYMOUS_CHANNEL=true');
  } else if (registration.mode === 'anonymous') {
    log.warn('/api/messages takes unsigned requests: for trials only');
  }
}
