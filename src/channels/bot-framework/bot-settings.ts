import { z } from 'zod';

/** How `/api/messages` is served. */
export type Registration =
  /** Not at all: production without credentials. */
  | { readonly mode: 'off' }
  /** Unsigned, for trials: replies go to loopback hosts (and `serviceHosts`) only. */
  | { readonly mode: 'anonymous'; readonly serviceHosts: readonly string[] }
  | {
      readonly mode: 'signed';
      readonly appId: string;
      readonly appType: AppType;
      /** Null for managed identities. */
      readonly password: string | null;
      /** Null for multi-tenant apps. */
      readonly tenantId: string | null;
      readonly cloud: 'public' | 'usgov';
      /** Added to the cloud's own hosts. */
      readonly serviceHosts: readonly string[];
      /** Apps of the own tenant that may call the bot directly (agents, the Emulator): client ids, lower case. */
      readonly trustedApps: readonly string[];
      /** Replaces the cloud's OpenID metadata address; null: the cloud's own. */
      readonly openIdMetadata: string | null;
    };

export type AppType = 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';

export interface BotSettings {
  readonly registration: Registration;
  /** Whether replies in Teams carry the "AI generated" label. */
  readonly teamsAiLabel: boolean;
  /** Name of the queue or desk told of hand-offs; null: off. */
  readonly handoffTarget: string | null;
}

const appTypes: readonly AppType[] = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'];
const guid = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a GUID');
const list = z.string().transform((value) => value.split(',').flatMap((part) => part.trim() || []));
const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');

const schema = z.object({
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z
    .string()
    .transform((value) => appTypes.find((type) => type.toLowerCase() === value.trim().toLowerCase()))
    .refine((value) => value !== undefined, `must be ${appTypes.join(', ')}`)
    .optional(),
  MicrosoftAppTenantId: guid.optional(),
  BOT_CLOUD: z.enum(['public', 'usgov'], 'must be public or usgov').default('public'),
  BOT_SERVICE_URLS: list
    .refine(
      (urls) => urls.every((url) => hostOf(url) !== null),
      'must be URLs like https://smba.example.gov, comma separated (http only on this machine)',
    )
    .transform((urls) => urls.map((url) => hostOf(url) as string))
    .default([]),
  BOT_TRUSTED_APPS: list.pipe(z.array(guid)).default([]),
  BOT_OPENID_METADATA: z
    .string()
    .refine((url) => hostOf(url) !== null, 'must be an https URL (http only on this machine)')
    .optional(),
  TEAMS_AI_LABEL: flag.default(false),
  HANDOFF_TARGET: z.string().trim().min(1).max(100).optional(),
});

/** Names that other frameworks use: silently ignoring them would serve a bot without a lock. */
const misspelt: Readonly<Record<string, string>> = {
  MICROSOFT_APP_ID: 'MicrosoftAppId',
  MICROSOFT_APP_PASSWORD: 'MicrosoftAppPassword',
  MICROSOFT_APP_TYPE: 'MicrosoftAppType',
  MICROSOFT_APP_TENANT_ID: 'MicrosoftAppTenantId',
  MICROSOFT_APP_TENANTID: 'MicrosoftAppTenantId',
};

/**
 * Reads what concerns the Bot Framework registration and Teams.
 * @param environment blank values are taken as not set
 * @param hosting whether this is production, and whether unsigned requests are wanted there
 * @returns the settings, or one sentence for each fault, the variable's name first; no value is repeated
 */
export function readBotSettings(
  environment: Readonly<Record<string, string | undefined>>,
  hosting: { readonly production: boolean; readonly allowAnonymous: boolean },
): { readonly settings: BotSettings } | { readonly faults: readonly string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const wrongNames = Object.entries(misspelt).flatMap(([wrong, right]) =>
    set[wrong] === undefined ? [] : [`${wrong}: is called ${right} here.`],
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    return {
      faults: [...wrongNames, ...parsed.error.issues.map((issue) => `${issue.path.map(String)[0]}: ${issue.message}.`)],
    };
  }
  const env = parsed.data;
  const faults = [...wrongNames, ...registrationFaults(env)];
  if (faults.length > 0) return { faults };
  return {
    settings: {
      registration: registrationOf(env, hosting),
      teamsAiLabel: env.TEAMS_AI_LABEL,
      handoffTarget: env.HANDOFF_TARGET ?? null,
    },
  };
}

type ReadEnvironment = z.infer<typeof schema>;

function registrationFaults(env: ReadEnvironment): string[] {
  const faults: string[] = [];
  const type = env.MicrosoftAppType;
  if (env.MicrosoftAppId === undefined) {
    const others = ['MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'] as const;
    for (const name of others) {
      if (env[name] !== undefined) faults.push(`MicrosoftAppId: is missing although ${name} is set.`);
    }
    if (env.BOT_TRUSTED_APPS.length > 0) faults.push('BOT_TRUSTED_APPS: needs MicrosoftAppId.');
    return faults;
  }
  if (type === undefined) faults.push(`MicrosoftAppType: is missing; it must be ${appTypes.join(', ')}.`);
  if (type === 'UserAssignedMSI' && env.MicrosoftAppPassword !== undefined) {
    faults.push('MicrosoftAppPassword: must not be set with MicrosoftAppType=UserAssignedMSI, which has no password.');
  }
  if (type !== undefined && type !== 'UserAssignedMSI' && env.MicrosoftAppPassword === undefined) {
    faults.push(`MicrosoftAppPassword: is missing, and MicrosoftAppType=${type} needs it.`);
  }
  if (type !== undefined && type !== 'MultiTenant' && env.MicrosoftAppTenantId === undefined) {
    faults.push(`MicrosoftAppTenantId: is missing, and MicrosoftAppType=${type} needs it.`);
  }
  if (type === 'MultiTenant' && env.MicrosoftAppTenantId !== undefined) {
    faults.push('MicrosoftAppTenantId: has no use with MicrosoftAppType=MultiTenant; is it SingleTenant?');
  }
  if (type === 'MultiTenant' && env.BOT_TRUSTED_APPS.length > 0) {
    faults.push('BOT_TRUSTED_APPS: needs a tenant of its own (MicrosoftAppType=SingleTenant or UserAssignedMSI).');
  }
  return faults;
}

function registrationOf(
  env: ReadEnvironment,
  hosting: { readonly production: boolean; readonly allowAnonymous: boolean },
): Registration {
  if (env.MicrosoftAppId === undefined) {
    if (hosting.production && !hosting.allowAnonymous) return { mode: 'off' };
    return { mode: 'anonymous', serviceHosts: env.BOT_SERVICE_URLS };
  }
  return {
    mode: 'signed',
    appId: env.MicrosoftAppId,
    appType: env.MicrosoftAppType as AppType,
    password: env.MicrosoftAppPassword ?? null,
    tenantId: env.MicrosoftAppTenantId ?? null,
    cloud: env.BOT_CLOUD,
    serviceHosts: env.BOT_SERVICE_URLS,
    trustedApps: env.BOT_TRUSTED_APPS,
    openIdMetadata: env.BOT_OPENID_METADATA ?? null,
  };
}

/** Host (with its port on loopback) of an address that may be called; null where it may not. `https://*.x` keeps its star. */
function hostOf(address: string): string | null {
  const wildcard = address.startsWith('https://*.');
  const url = URL.parse(wildcard ? address.replace('*.', '') : address);
  if (url === null || url.username !== '') return null;
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) return null;
  return wildcard ? `*.${url.hostname}` : url.host;
}
