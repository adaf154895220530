import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readPackageSettings } from '../channels/teams/app-package/package-settings.ts';
import { readEnvironment } from '../config.ts';
import { loadWording } from '../conversation/wording.ts';
import { AnswerlineError } from '../errors.ts';
import { loadKnowledgeSync } from '../knowledge/load-knowledge.ts';
import { optionFault } from './option-fault.ts';

const usage = `Build the app package that an administrator uploads to Teams.

  npm run teams:package                      writes dist/answerline-teams.zip

Options
  --out FILE        where to write the package
  --knowledge DIR   folder with the agency's names, examples and pages (knowledge)
  -h, --help        this text

Variables: MicrosoftAppId, PUBLIC_URL, TEAMS_PRIVACY_URL and TEAMS_TERMS_URL are needed; TEAMS_APP_ID, ASSISTANT_NAME,
TEAMS_APP_VERSION, TEAMS_DEVELOPER_NAME, TEAMS_WEBSITE_URL, TEAMS_ACCENT_COLOR and TEAMS_MANIFEST_VERSION have defaults.
See ops/TEAMS.md.
`;

process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 written; 1 a variable, the knowledge or the package is wrong; 2 wrong options. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    return await writePackage(options.knowledge, options.out);
  } catch (error) {
    if (error instanceof AnswerlineError) return fail([error.message]);
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return fail(['The package is built with development packages: run npm ci without --omit=dev.']);
    }
    throw error;
  }
}

async function writePackage(knowledgeDir: string, out: string): Promise<number> {
  const [{ buildPackage }, { newestManifestVersion }] = await Promise.all([
    import('../channels/teams/app-package/build-package.ts'),
    import('../channels/teams/app-package/schemas.ts'),
  ]);
  const knowledge = loadKnowledgeSync(knowledgeDir);
  const read = readPackageSettings(readEnvironment(), {
    name: 'Answerline',
    version: packageVersion(),
    developer: knowledge.agency.shortName.en,
    manifestVersion: newestManifestVersion(),
  });
  if ('faults' in read) return fail(read.faults);
  const built = buildPackage(read.settings, knowledge, loadWording());
  if ('faults' in built) return fail(built.faults);
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, built.zip);
  process.stdout.write(`${out}: ${built.files.join(', ')} (${built.zip.length} bytes)\n`);
  return 0;
}

function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function fail(faults: readonly string[]): number {
  process.stderr.write(`${faults.join('\n')}\n`);
  return 1;
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string', default: 'dist/answerline-teams.zip' },
        knowledge: { type: 'string', default: 'knowledge' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    return optionFault(error);
  }
}
