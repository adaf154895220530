import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** Folder of the schemas that `@microsoft/app-manifest` ships. */
const schemaFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  'json-schemas/teams',
);

/** The newest numbered version of the manifest's schema there is on this machine, e.g. `1.30`. */
export function newestManifestVersion(): string {
  const versions = globSync('v*', { cwd: schemaFolder }).flatMap((folder) => /^v(\d+\.\d+)$/.exec(folder)?.[1] ?? []);
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) throw new Error('@microsoft/app-manifest ships no schemas');
  return newest;
}

/** One thing that a schema does not allow. */
export interface SchemaFault {
  /** Path of the field, e.g. `bots[0].botId`; empty: the whole file. */
  readonly field: string;
  readonly message: string;
}

/** What is wrong with a file of a package by its schema; null where that version has none. */
export function schemaFaults(content: object, version: string, file: string): readonly SchemaFault[] | null {
  const validate = compiled(version, file);
  if (validate === null) return null;
  validate(content);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => ({
    field: fieldOf(instancePath),
    message: `${message}${'additionalProperty' in params ? `: ${params.additionalProperty}` : ''}`,
  }));
}

const validators = new Map<string, ValidateFunction>();

/** Compiling the manifest's schema takes about a second, so each is compiled once. */
function compiled(version: string, file: string): ValidateFunction | null {
  const address = path.join(schemaFolder, `v${version}`, file);
  const known = validators.get(address);
  if (known) return known;
  if (!/^\d+\.\d+$/.test(version) || !existsSync(address)) return null;
  // Some patterns of the localization schema are no Unicode expressions.
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv, ['uri', 'email', 'regex']);
  const validate = ajv.compile(JSON.parse(readFileSync(address, 'utf8')) as object);
  validators.set(address, validate);
  return validate;
}

/** `/bots/0/botId` as people write it: `bots[0].botId`. */
function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll('~1', '/').replaceAll('~0', '~')}`))
    .join('')
    .replace(/^\./, '');
}
