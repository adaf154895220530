import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { buildPackage } from '../../../src/channels/teams/app-package/build-package.ts';
import { drawColorIcon } from '../../../src/channels/teams/app-package/icons.ts';
import { createManifest, type Manifest } from '../../../src/channels/teams/app-package/manifest.ts';
import { type PackageContent, packageFaults } from '../../../src/channels/teams/app-package/package-rules.ts';
import type { PackageSettings } from '../../../src/channels/teams/app-package/package-settings.ts';
import { newestManifestVersion } from '../../../src/channels/teams/app-package/schemas.ts';
import { loadWording } from '../../../src/conversation/wording.ts';
import { loadKnowledgeSync } from '../../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledgeSync('knowledge');
const wording = loadWording();
const settings: PackageSettings = {
  appId: 'aaaaaaaa-2222-4333-8444-555555555555',
  botId: '11111111-2222-4333-8444-555555555555',
  publicUrl: 'https://assistant.example.gov',
  name: 'Answerline',
  version: '1.2.3',
  developer: 'Example Agency',
  websiteUrl: 'https://www.example.gov',
  privacyUrl: 'https://www.example.gov/privacy',
  termsUrl: 'https://www.example.gov/terms',
  accentColor: '#1b3a5c',
  manifestVersion: newestManifestVersion(),
};
const built = (more: Partial<PackageSettings> = {}) => {
  const result = buildPackage({ ...settings, ...more }, knowledge, wording);
  assert.ok('zip' in result, 'faults' in result ? result.faults.join('\n') : '');
  return result;
};
const faults = (more: Partial<PackageSettings>) => {
  const result = buildPackage({ ...settings, ...more }, knowledge, wording);
  assert.ok('faults' in result);
  return result.faults.join('\n');
};

describe('the Teams app package', () => {
  const files = unzipSync(built().zip);
  const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString()) as Manifest;

  it('is valid by the newest schema there is', () => {
    assert.equal(newestManifestVersion(), '1.30');
    assert.equal(manifest.manifestVersion, '1.30');
    assert.match(manifest.$schema, /\/teams\/v1\.30\/MicrosoftTeams\.schema\.json$/);
  });

  it('holds the manifest, two icons of the right sizes and the Spanish strings', () => {
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'es.json', 'manifest.json', 'outline.png']);
    const sizes = ['color.png', 'outline.png'].map((name) => PNG.sync.read(Buffer.from(files[name]!)).width);
    assert.deepEqual(sizes, [192, 32]);
    const spanish = JSON.parse(Buffer.from(files['es.json']!).toString()) as Record<string, string>;
    assert.equal(spanish['bots[0].commandLists[0].commands[3].title'], wording.es('chip.report'));
    assert.deepEqual(
      Object.keys(spanish).filter((key) => key.endsWith('.title')).length,
      manifest.bots[0]!.commandLists[0]!.commands.length + 2,
    );
  });

  it('offers one bot everywhere, search in the compose box and unfurling of the pages’ own hosts', () => {
    assert.deepEqual(manifest.bots[0]?.scopes, ['personal', 'team', 'groupChat']);
    const [extension] = manifest.composeExtensions;
    assert.equal(extension?.botId, settings.botId);
    assert.deepEqual(extension?.messageHandlers?.[0]?.value.domains, ['www.ice.gov', 'webharvest.gov']);
    assert.deepEqual(manifest.validDomains, ['assistant.example.gov']);
  });

  it('is the same, byte for byte, from the same settings', () => {
    assert.deepEqual(built().zip, built().zip);
    assert.notDeepEqual(built().zip, built({ version: '1.2.4' }).zip);
  });

  it('can be built for older manifests, without the examples that are too long there', () => {
    const older = unzipSync(built({ manifestVersion: '1.19' }).zip);
    const { bots } = JSON.parse(Buffer.from(older['manifest.json']!).toString()) as Manifest;
    const titles = bots[0]!.commandLists[0]!.commands.map(({ title }) => title);
    assert.ok(titles.includes(wording.en('chip.report')) && titles.every((title) => title.length <= 32));
  });

  it('names the field and its variable where a value is wrong', () => {
    assert.match(
      faults({ name: 'n'.repeat(31) }),
      /^name\.short \(ASSISTANT_NAME\): must NOT have more than 30 characters\.$/m,
    );
    assert.match(faults({ developer: 'd'.repeat(33) }), /^developer\.name \(TEAMS_DEVELOPER_NAME\): /m);
    assert.match(faults({ accentColor: 'blue' }), /^accentColor \(TEAMS_ACCENT_COLOR\): /m);
    assert.match(
      faults({ manifestVersion: '9.9' }),
      /^manifestVersion \(TEAMS_MANIFEST_VERSION\): there are no schemas of version 9\.9\.$/,
    );
    assert.match(
      faults({ publicUrl: 'https://localhost' }),
      /^validDomains\[0\] \(PUBLIC_URL\): "localhost" must be a public host name\.$/m,
    );
    assert.match(
      faults({ privacyUrl: 'http://example.gov/privacy' }),
      /^developer\.privacyUrl \(TEAMS_PRIVACY_URL\): must be an https URL\.$/m,
    );
    assert.match(
      faults({ botId: '00000000-0000-0000-0000-000000000000' }),
      /\(MicrosoftAppId\): must not be the empty GUID/,
    );
  });
});

describe('what no schema can say of a package', () => {
  const manifest = createManifest(settings, knowledge, wording);
  const files = unzipSync(built().zip);
  const found = (changes: Partial<Manifest>, content: PackageContent = files) =>
    packageFaults({ ...manifest, ...changes } as Manifest, content).join('\n');

  it('is found in icons, ids, files and domains', () => {
    assert.equal(found({}), '');
    assert.match(
      found({}, { ...files, 'outline.png': files['color.png']! }),
      /icons\.outline: must be a PNG of 32 by 32/,
    );
    assert.match(
      found({}, { ...files, 'color.png': files['outline.png']! }),
      /icons\.color: must be a PNG of 192 by 192/,
    );
    assert.match(found({}, { ...files, 'color.png': Buffer.from('no picture') }), /icons\.color: must be a PNG/);
    assert.match(
      found({}, { ...files, 'color.png': drawColorIcon('#ffffff').subarray(0, 40) }),
      /icons\.color: must be a PNG/,
    );
    const { 'es.json': _, ...withoutSpanish } = files;
    assert.match(found({}, withoutSpanish), /es\.json: is named but not in the package/);
    assert.match(found({}, { ...files, 'notes.txt': Buffer.from('') }), /notes\.txt: is in the package but not named/);
    assert.match(found({ bots: [] }), /bots: must be exactly one/);
    const other = [{ ...manifest.composeExtensions[0]!, botId: settings.appId }];
    assert.match(found({ composeExtensions: other }), /botId: must be the bot’s own id/);
    for (const domain of [
      'https://example.gov',
      'example.gov/path',
      '*.gov',
      '*.azurewebsites.net',
      '10.0.0.1',
      'pc.local',
    ]) {
      assert.match(found({ validDomains: [domain] }), /must be a public host name/, domain);
    }
    assert.equal(found({ validDomains: ['*.example.gov'] }), '');
  });
});

describe('npm run teams:package', () => {
  const run = (environment: Record<string, string>, ...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/teams-package.ts', ...args], { env: { ...environment }, encoding: 'utf8' });

  it('writes the package that the environment describes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'teams-'));
    const out = path.join(folder, 'deep', 'app.zip');
    const environment = {
      MicrosoftAppId: settings.botId,
      PUBLIC_URL: settings.publicUrl,
      TEAMS_PRIVACY_URL: settings.privacyUrl,
      TEAMS_TERMS_URL: settings.termsUrl,
    };
    const { status, stdout, stderr } = run(environment, '--out', out);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /manifest\.json, color\.png, outline\.png, es\.json/);
    const manifest = JSON.parse(Buffer.from(unzipSync(readFileSync(out))['manifest.json']!).toString()) as Manifest;
    assert.equal(manifest.id, settings.botId);
    rmSync(folder, { recursive: true });
  });

  it('says every variable that is missing or wrong, and refuses unknown options', () => {
    const { status, stderr } = run({ PUBLIC_URL: 'http://x', TEAMS_ACCENT_COLOR: 'blue' });
    assert.equal(status, 1);
    for (const line of [
      'MicrosoftAppId: is missing.',
      'PUBLIC_URL: must be an https URL.',
      'TEAMS_PRIVACY_URL: is missing.',
      'TEAMS_TERMS_URL: is missing.',
      'TEAMS_ACCENT_COLOR: must be a colour like #1b3a5c.',
    ]) {
      assert.ok(stderr.split('\n').includes(line), `${line} in ${stderr}`);
    }
    assert.equal(run({}, '--no-such-option').status, 2);
  });
});
