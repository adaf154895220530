import { zipSync } from 'fflate';
import type { Wording } from '../../../conversation/wording.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { drawColorIcon, drawOutlineIcon } from './icons.ts';
import { createManifest, createSpanishFile, packageFiles } from './manifest.ts';
import { type PackageContent, packageFaults } from './package-rules.ts';
import { namedField, type PackageSettings } from './package-settings.ts';
import { schemaFaults } from './schemas.ts';

export interface BuiltPackage {
  readonly zip: Uint8Array;
  /** Names of the files in it. */
  readonly files: readonly string[];
}

/**
 * Builds and validates an app package: against the schemas of its manifest version and against the rules they cannot say.
 * The same settings give the same bytes.
 * @returns the package, or one sentence for each fault: the field, the variable it came from, what is wrong
 */
export function buildPackage(
  settings: PackageSettings,
  knowledge: Knowledge,
  wording: Wording,
): BuiltPackage | { readonly faults: readonly string[] } {
  const manifest = createManifest(settings, knowledge, wording);
  const spanish = createSpanishFile(settings, knowledge, wording);
  const files: PackageContent = {
    'manifest.json': json(manifest),
    [packageFiles.color]: drawColorIcon(settings.accentColor),
    [packageFiles.outline]: drawOutlineIcon(),
    [packageFiles.spanish]: json(spanish),
  };
  const version = settings.manifestVersion;
  const manifestFaults = schemaFaults(manifest, version, 'MicrosoftTeams.schema.json');
  const spanishFaults = schemaFaults(spanish, version, 'MicrosoftTeams.Localization.schema.json');
  if (manifestFaults === null || spanishFaults === null) {
    return { faults: [`${namedField('manifestVersion')}: there are no schemas of version ${version}.`] };
  }
  const faults = [
    ...manifestFaults.map(({ field, message }) => `${namedField(field)}: ${message}.`),
    ...spanishFaults.map(({ field, message }) => `${packageFiles.spanish}: ${namedField(field)}: ${message}.`),
    ...packageFaults(manifest, files),
  ];
  if (faults.length > 0) return { faults: [...new Set(faults)] };
  // A fixed date: the archive must not change when nothing in it did.
  return { zip: zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }), files: Object.keys(files) };
}

function json(content: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}
