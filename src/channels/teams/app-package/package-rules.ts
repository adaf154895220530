import { PNG } from 'pngjs';
import type { Manifest } from './manifest.ts';
import { namedField } from './package-settings.ts';

/** The files of a package by name. */
export type PackageContent = Readonly<Record<string, Uint8Array>>;

/** What Teams requires of a package and its schema cannot say; one sentence for each fault, the field first. */
export function packageFaults(manifest: Manifest, files: PackageContent): readonly string[] {
  return [
    ...referenceFaults(manifest, files),
    ...iconFaults(manifest, files),
    ...idFaults(manifest),
    ...manifest.validDomains.flatMap((domain, index) => domainFaults(`validDomains[${index}]`, domain)),
    ...linkDomains(manifest).flatMap((domain) => domainFaults('composeExtensions[0].messageHandlers', domain)),
    ...addressFaults(manifest),
    ...(manifest.description.short === manifest.description.full
      ? [`${namedField('description.short')}: must not be the same as description.full.`]
      : []),
  ];
}

/** Every file that is named must be there, and nothing else: Teams refuses stray files. */
function referenceFaults(manifest: Manifest, files: PackageContent): string[] {
  const named = new Set([
    'manifest.json',
    manifest.icons.color,
    manifest.icons.outline,
    ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
  ]);
  return [
    ...[...named]
      .filter((name) => files[name] === undefined)
      .map((name) => `${name}: is named but not in the package.`),
    ...Object.keys(files)
      .filter((name) => !named.has(name))
      .map((name) => `${name}: is in the package but not named.`),
  ];
}

function iconFaults({ icons }: Manifest, files: PackageContent): string[] {
  const color = decode(files[icons.color]);
  const outline = decode(files[icons.outline]);
  return [
    ...(color?.width === 192 && color.height === 192 ? [] : ['icons.color: must be a PNG of 192 by 192 pixels.']),
    ...(outline?.width === 32 && outline.height === 32 ? [] : ['icons.outline: must be a PNG of 32 by 32 pixels.']),
    ...(outline && !isWhiteOnTransparent(outline) ? ['icons.outline: must be white on a transparent ground.'] : []),
    ...(color && !isOpaque(color) ? ['icons.color: must have an opaque ground.'] : []),
  ];
}

function decode(data: Uint8Array | undefined): PNG | null {
  try {
    return data === undefined ? null : PNG.sync.read(Buffer.from(data));
  } catch {
    return null;
  }
}

function isWhiteOnTransparent({ data }: PNG): boolean {
  let clear = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) clear += 1;
    else if (data[at] !== 255 || data[at + 1] !== 255 || data[at + 2] !== 255) return false;
  }
  return clear > 0 && clear < data.length / 4;
}

function isOpaque({ data }: PNG): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

function idFaults({ id, bots, composeExtensions }: Manifest): string[] {
  const botIds = new Set([...bots, ...composeExtensions].map(({ botId }) => botId));
  const empty = '00000000-0000-0000-0000-000000000000';
  return [
    ...(bots.length === 1 ? [] : ['bots: must be exactly one.']),
    ...(botIds.size === 1 ? [] : [`composeExtensions[0].botId: must be the bot’s own id.`]),
    ...(id === empty ? [`${namedField('id')}: must not be the empty GUID.`] : []),
    ...(botIds.has(empty) ? [`${namedField('bots[0].botId')}: must not be the empty GUID.`] : []),
  ];
}

/** Host names only; no wildcard over what is not one organization's own, nothing that only this machine can reach. */
function domainFaults(field: string, domain: string): string[] {
  const plain = /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i.test(domain);
  const shared = /^\*\.(\w+|azurewebsites\.net|trafficmanager\.net|onmicrosoft\.com|ngrok\.io)$/i.test(domain);
  const local = /(^|\.)(localhost|local|internal)$|^[\d.]+$/i.test(domain);
  return plain && !shared && !local ? [] : [`${namedField(field)}: "${domain}" must be a public host name.`];
}

function linkDomains({ composeExtensions }: Manifest): readonly string[] {
  return composeExtensions.flatMap(
    ({ messageHandlers }) => messageHandlers?.flatMap(({ value }) => value.domains) ?? [],
  );
}

function addressFaults({ developer }: Manifest): string[] {
  const { name: _, ...addresses } = developer;
  return Object.entries(addresses)
    .filter(([, url]) => URL.parse(url)?.protocol !== 'https:')
    .map(([field]) => `${namedField(`developer.${field}`)}: must be an https URL.`);
}
