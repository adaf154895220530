import type { Wording } from '../../../conversation/wording.ts';
import type { Knowledge, Lang } from '../../../knowledge/knowledge.ts';
import { searchCommand } from '../search-extension.ts';
import type { PackageSettings } from './package-settings.ts';
import { packageTexts } from './package-texts.ts';

/** Files the manifest refers to. */
export const packageFiles = { color: 'color.png', outline: 'outline.png', spanish: 'es.json' } as const;

export type Manifest = ReturnType<typeof createManifest>;

/** The manifest in English, the default language of the package. */
export function createManifest(settings: PackageSettings, knowledge: Knowledge, wording: Wording) {
  const texts = packageTexts('en', { name: settings.name, agency: knowledge.agency.shortName.en });
  const commands = commandTitles(knowledge, wording, 'en', settings.manifestVersion).map((title) => ({
    title,
    description: texts.commandHint,
  }));
  const linkDomains = pageDomains(knowledge);
  return {
    $schema: schemaUrl(settings.manifestVersion, 'MicrosoftTeams.schema.json'),
    manifestVersion: settings.manifestVersion,
    version: settings.version,
    id: settings.appId,
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: [{ languageTag: 'es', file: packageFiles.spanish }],
    },
    developer: {
      name: settings.developer,
      websiteUrl: settings.websiteUrl,
      privacyUrl: settings.privacyUrl,
      termsOfUseUrl: settings.termsUrl,
    },
    name: { short: settings.name, full: texts.fullName },
    description: { short: texts.short, full: texts.full },
    icons: { color: packageFiles.color, outline: packageFiles.outline },
    accentColor: settings.accentColor,
    bots: [
      {
        botId: settings.botId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands }],
      },
    ],
    composeExtensions: [
      {
        botId: settings.botId,
        commands: [
          {
            id: searchCommand.id,
            type: 'query',
            context: ['compose'],
            title: texts.searchTitle,
            description: texts.searchDescription,
            initialRun: true,
            parameters: [
              {
                name: searchCommand.parameter,
                title: texts.wordsTitle,
                description: texts.wordsDescription,
                inputType: 'text',
              },
            ],
          },
        ],
        ...(linkDomains.length > 0 ? { messageHandlers: [{ type: 'link', value: { domains: linkDomains } }] } : {}),
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(settings.publicUrl).hostname],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'bot' },
  };
}

/** The strings of the manifest in Spanish, under the paths Teams knows them by. */
export function createSpanishFile(settings: PackageSettings, knowledge: Knowledge, wording: Wording) {
  const texts = packageTexts('es', { name: settings.name, agency: knowledge.agency.shortName.es });
  const command = 'composeExtensions[0].commands[0]';
  return {
    $schema: schemaUrl(settings.manifestVersion, 'MicrosoftTeams.Localization.schema.json'),
    'name.short': settings.name,
    'name.full': texts.fullName,
    'description.short': texts.short,
    'description.full': texts.full,
    ...Object.fromEntries(
      commandTitles(knowledge, wording, 'es', settings.manifestVersion).flatMap((title, index) => [
        [`bots[0].commandLists[0].commands[${index}].title`, title],
        [`bots[0].commandLists[0].commands[${index}].description`, texts.commandHint],
      ]),
    ),
    [`${command}.title`]: texts.searchTitle,
    [`${command}.description`]: texts.searchDescription,
    [`${command}.parameters[0].title`]: texts.wordsTitle,
    [`${command}.parameters[0].description`]: texts.wordsDescription,
  };
}

/**
 * What the command menu offers to say: the agency's examples, a report, a fresh start. Older manifests take 32 characters
 * each: a longer example is left out there, in both languages.
 */
function commandTitles({ agency }: Knowledge, wording: Wording, lang: Lang, version: string): readonly string[] {
  const longest = olderThan(version, '1.21') ? 32 : 128;
  const examples = agency.examples.en.map((en, index) => ({ en, es: agency.examples.es[index] ?? en }));
  return [
    ...examples.filter(({ en, es }) => Math.max(en.length, es.length) <= longest).map((example) => example[lang]),
    ...(agency.tipLine === null ? [] : [wording[lang]('chip.report')]),
    wording[lang]('chip.startOver'),
  ];
}

function olderThan(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}

/** Hosts whose addresses are unfurled: those of the pages. */
function pageDomains({ pages }: Knowledge): readonly string[] {
  const addresses = pages.flatMap(({ url, archive }) => [url, archive]).filter((address) => address !== null);
  return [...new Set(addresses.map((address) => new URL(address).hostname))];
}

function schemaUrl(version: string, file: string): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${version}/${file}`;
}
