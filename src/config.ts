import { isIP } from 'node:net';
import { z } from 'zod';
import { type BotSettings, readBotSettings } from './channels/bot-framework/bot-settings.ts';
import { AnswerlineError } from './errors.ts';

/**
 * The environment, read and checked once. Nothing else in the project reads `process.env`.
 * Every variable, its default and its meaning stand in `.env.example`.
 */

const text = z.string().trim();
const whole = (fallback: number, min: number, max: number) =>
  text
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(fallback);
const flag = (fallback: boolean) =>
  text
    .toLowerCase()
    .pipe(z.enum(['true', 'false'], 'must be true or false'))
    .transform((value) => value === 'true')
    .default(fallback);
const list = text
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .default([]);
const optional = text.optional();

/** `none`, a number of hops, or addresses and CIDR ranges: whose X-Forwarded-For is believed. */
const trustProxy = text
  .transform((value) => (/^\d{1,2}$/.test(value) ? { hops: Number(value) } : { ranges: value.split(/[\s,]+/) }))
  .refine(
    (trust) => 'hops' in trust || trust.ranges.every(isRange),
    'must be a number of proxies, or addresses and CIDR ranges like 10.0.0.0/8, comma separated',
  )
  .default({ hops: 0 });

function isRange(range: string): boolean {
  const [address = '', prefix = '0', ...more] = range.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}

const origins = list.refine(
  (values) => values.every((value) => value === '*' || /^(https?|wss?):\/\/[^/\s]+$/.test(value)),
  'must be origins like https://www.example.gov, comma separated, without a path',
);

const signingKeys = list.refine(
  (values) => values.every((value) => value.length >= 32),
  'each key must have at least 32 characters (openssl rand -hex 32)',
);

const environmentSchema = z.object({
  NODE_ENV: text.default('development'),
  HOST: text.min(1).default('127.0.0.1'),
  PORT: whole(3978, 0, 65535),
  BASE_PATH: text
    .regex(/^(\/[A-Za-z0-9._~-]+)*\/?$/, 'must be a path like /assistant')
    .transform((value) => value.replace(/\/$/, ''))
    .default(''),
  PUBLIC_URL: text
    .regex(/^https?:\/\/[^\s?#]+$/, 'must be a URL like https://assistant.example.gov')
    .transform((value) => value.replace(/\/$/, ''))
    .optional(),
  DEMO_PAGE: flag(true),
  KNOWLEDGE_DIR: text.min(1).default('knowledge'),
  DATA_DIR: text.min(1).default('data'),
  ASSISTANT_NAME: text.min(1).max(50, 'must have at most 50 characters').default('Answerline'),
  ASSISTANT_OFFICIAL: flag(false),
  IDLE_MINUTES: whole(30, 1, 1440),
  STORE: z.enum(['sqlite', 'memory'], 'must be sqlite or memory').default('sqlite'),
  REDIS_URL: text.regex(/^rediss?(\+sentinel|\+cluster)?:\/\/\S+$/, 'must begin with redis:// or rediss://').optional(),
  DIRECT_LINE_SIGNING_KEY: signingKeys,
  DIRECT_LINE_SECRET: optional,
  DIRECT_LINE_ENDPOINT: text
    .regex(/^https?:\/\/[^\s?#]+$/, 'must be a URL')
    .transform((value) => value.replace(/\/$/, ''))
    .default('https://directline.botframework.com/v3/directline'),
  TOKEN_MINUTES: whole(60, 1, 1440),
  ALLOWED_ORIGINS: origins,
  TRUST_PROXY: trustProxy,
  RATE_LIMIT_CONVERSATION: whole(30, 1, 100_000),
  RATE_LIMIT_ADDRESS: whole(12_000, 1, 10_000_000),
  MAX_CONNECTIONS: whole(10_000, 10, 1_000_000),
  METRICS_TOKEN: text.min(16, 'must have at least 16 characters').optional(),
  ALLOW_ANONYMOUS_CHANNEL: flag(false),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be trace, debug, info, warn, error or silent')
    .default('info'),
});

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment as it stands, for programs with variables of their own (the Teams package). */
export function readEnvironment(): Environment {
  return process.env;
}

export type Config = ReturnType<typeof loadConfig>;

/**
 * Reads the configuration.
 * @throws AnswerlineError `CONFIG_INVALID`: one line for each wrong variable, which it names; no value is repeated.
 */
export function loadConfig(environment: Environment = process.env) {
  // An empty value is a variable left blank in a file: the same as not set.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  const bot = readBotSettings(set, {
    production: set.NODE_ENV?.trim() === 'production',
    allowAnonymous: set.ALLOW_ANONYMOUS_CHANNEL?.trim().toLowerCase() === 'true',
  });
  if (!parsed.success || 'faults' in bot) {
    const own = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`) ?? [];
    const faults = [...own, ...('faults' in bot ? bot.faults : [])];
    throw new AnswerlineError('CONFIG_INVALID', faults.join('\n'));
  }
  return configOf(parsed.data, bot.settings);
}

function configOf(env: z.infer<typeof environmentSchema>, bot: BotSettings) {
  return {
    production: env.NODE_ENV === 'production',
    host: env.HOST,
    port: env.PORT,
    /** '' or '/assistant': stands before every route. */
    basePath: env.BASE_PATH,
    /** Address visitors reach us under, base path included, without a trailing slash; else taken from the request. */
    publicUrl: env.PUBLIC_URL ?? null,
    demoPage: env.DEMO_PAGE,
    knowledgeDir: env.KNOWLEDGE_DIR,
    dataDir: env.DATA_DIR,
    /** Shown by stock clients as the sender. */
    assistantName: env.ASSISTANT_NAME,
    official: env.ASSISTANT_OFFICIAL,
    idleMinutes: env.IDLE_MINUTES,
    store: env.STORE,
    redisUrl: env.REDIS_URL ?? null,
    directLine: {
      /** First one signs, all verify; empty: made once and kept in `dataDir`. */
      signingKeys: env.DIRECT_LINE_SIGNING_KEY,
      /** Secret of Azure's Direct Line: the widget is then given Azure's tokens. */
      azureSecret: env.DIRECT_LINE_SECRET ?? null,
      azureEndpoint: env.DIRECT_LINE_ENDPOINT,
      tokenMinutes: env.TOKEN_MINUTES,
      allowedOrigins: env.ALLOWED_ORIGINS,
    },
    limits: {
      trustProxy: env.TRUST_PROXY as { readonly hops: number } | { readonly ranges: readonly string[] },
      /** Messages a minute. */
      perConversation: env.RATE_LIMIT_CONVERSATION,
      perAddress: env.RATE_LIMIT_ADDRESS,
      connections: env.MAX_CONNECTIONS,
    },
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
    /** Bot Framework registration, Teams, hand-off. */
    bot,
  } as const;
}
