import { z } from 'zod';

/** What an app package says of where and whose the bot is. */
export interface PackageSettings {
  /** Id of the app in the Teams catalogue. */
  readonly appId: string;
  readonly botId: string;
  /** Address the bot is reached under, without a trailing slash. */
  readonly publicUrl: string;
  readonly name: string;
  readonly version: string;
  readonly developer: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** `#rrggbb`: background of the colour icon. */
  readonly accentColor: string;
  /** Version of the manifest's schema, e.g. `1.30`. */
  readonly manifestVersion: string;
}

export interface PackageDefaults {
  readonly name: string;
  readonly version: string;
  readonly developer: string;
  readonly manifestVersion: string;
}

const guid = z
  .string('is missing')
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a GUID');
const page = z
  .string('is missing')
  .trim()
  .regex(/^https:\/\/[^\s/?#]+\.[^\s/?#]+/, 'must be an https URL');

/**
 * Reads the variables of an app package.
 * @returns the settings, or one sentence for each wrong variable, its name first
 */
export function readPackageSettings(
  environment: Readonly<Record<string, string | undefined>>,
  defaults: PackageDefaults,
): { readonly settings: PackageSettings } | { readonly faults: readonly string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const schema = z.object({
    MicrosoftAppId: guid,
    PUBLIC_URL: page.transform((url) => url.replace(/\/$/, '')),
    TEAMS_APP_ID: guid.optional(),
    ASSISTANT_NAME: z.string().trim().default(defaults.name),
    TEAMS_APP_VERSION: z
      .string()
      .trim()
      .regex(/^\d+\.\d+\.\d+$/, 'must be a version like 1.2.3')
      .default(defaults.version),
    TEAMS_DEVELOPER_NAME: z.string().trim().default(defaults.developer),
    TEAMS_WEBSITE_URL: page.optional(),
    TEAMS_PRIVACY_URL: page,
    TEAMS_TERMS_URL: page,
    TEAMS_ACCENT_COLOR: z
      .string()
      .trim()
      .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #1b3a5c')
      .default('#1b3a5c'),
    TEAMS_MANIFEST_VERSION: z.string().trim().default(defaults.manifestVersion),
  });
  const parsed = schema.safeParse(set);
  if (!parsed.success)
    return { faults: parsed.error.issues.map(({ path, message }) => `${path.map(String)[0]}: ${message}.`) };
  const env = parsed.data;
  return {
    settings: {
      appId: env.TEAMS_APP_ID ?? env.MicrosoftAppId,
      botId: env.MicrosoftAppId,
      publicUrl: env.PUBLIC_URL,
      name: env.ASSISTANT_NAME,
      version: env.TEAMS_APP_VERSION,
      developer: env.TEAMS_DEVELOPER_NAME,
      websiteUrl: env.TEAMS_WEBSITE_URL ?? env.PUBLIC_URL,
      privacyUrl: env.TEAMS_PRIVACY_URL,
      termsUrl: env.TEAMS_TERMS_URL,
      accentColor: env.TEAMS_ACCENT_COLOR,
      manifestVersion: env.TEAMS_MANIFEST_VERSION,
    },
  };
}

/** Where a field of the manifest comes from: named beside what is wrong with it. */
export const fieldSources: readonly (readonly [field: RegExp, source: string])[] = [
  [/^manifestVersion/, 'TEAMS_MANIFEST_VERSION'],
  [/^version/, 'TEAMS_APP_VERSION'],
  [/^id/, 'TEAMS_APP_ID or MicrosoftAppId'],
  [/^developer\.name/, 'TEAMS_DEVELOPER_NAME'],
  [/^developer\.websiteUrl/, 'TEAMS_WEBSITE_URL or PUBLIC_URL'],
  [/^developer\.privacyUrl/, 'TEAMS_PRIVACY_URL'],
  [/^developer\.termsOfUseUrl/, 'TEAMS_TERMS_URL'],
  [/^name\b/, 'ASSISTANT_NAME'],
  [/^description\b/, 'shortName in agency.yaml'],
  [/^accentColor/, 'TEAMS_ACCENT_COLOR'],
  [/botId/, 'MicrosoftAppId'],
  [/^validDomains/, 'PUBLIC_URL'],
  [/commandLists/, 'examples in agency.yaml'],
  [/messageHandlers/, 'url and archive of the pages'],
];

/** A field with its source in brackets. */
export function namedField(field: string): string {
  const source = fieldSources.find(([pattern]) => pattern.test(field))?.[1];
  return source === undefined ? field : `${field} (${source})`;
}
