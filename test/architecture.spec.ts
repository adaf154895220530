import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import as it stands in a file: what is asked for and whether only types cross. */
interface ImportedModule {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const root = path.resolve(import.meta.dirname, '..');
const sources = globSync(['src/**/*.ts', 'dialogs/**/*.ts'], { cwd: root }).filter((file) => !file.endsWith('.d.ts'));
const imports = sources.flatMap((file) => importsOf(file, readFileSync(path.join(root, file), 'utf8')));

/** What each room may look into besides itself and `errors.ts`. DESIGN.md draws the same as one line. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  conversation: ['knowledge'],
  language: ['knowledge'],
  retrieval: ['knowledge', 'language'],
  understanding: ['knowledge', 'language'],
  answering: ['knowledge', 'language', 'retrieval', 'understanding'],
  dialogs: ['knowledge', 'language', 'retrieval', 'understanding', 'answering', 'conversation'],
  bot: ['knowledge', 'language', 'retrieval', 'understanding', 'answering', 'conversation', 'dialogs'],
  channels: ['knowledge', 'language', 'retrieval', 'understanding', 'answering', 'conversation', 'dialogs', 'bot'],
  server: ['knowledge', 'conversation', 'bot', 'channels', 'widget', 'config'],
  storage: ['knowledge', 'conversation', 'bot', 'channels'],
  widget: [],
  config: ['knowledge', 'bot', 'channels'],
};

/** Packages that only some folders may import, so that replacing one touches those alone. */
const confined: readonly { readonly packages: RegExp; readonly folders: readonly string[] }[] = [
  { packages: /^(botbuilder|botframework)/, folders: ['bot', 'channels'] },
  { packages: /^restify/, folders: ['server'] },
  { packages: /^minisearch/, folders: ['retrieval'] },
  { packages: /^natural/, folders: ['language', 'understanding'] },
  { packages: /^(ioredis|node:sqlite)/, folders: ['storage'] },
  { packages: /^preact/, folders: ['widget'] },
];

describe('the architecture', () => {
  it('reads every source file', () => assert.ok(sources.length > 20, `only ${sources.length} files found`));

  it('lets data flow one way', () => {
    const wrong = imports.filter((entry) => {
      const from = roomOf(entry.from);
      const to = entry.specifier.startsWith('.') ? roomOf(resolve(entry)) : null;
      if (to === null || to === from || to === 'errors' || mayImport[from] === undefined) return false;
      return !mayImport[from].includes(to);
    });
    assert.deepEqual(wrong.filter((entry) => !isProtocolType(entry)).map(show), []);
  });

  it('keeps every package in the rooms that are meant to know it', () => {
    const wrong = imports.filter((entry) =>
      confined.some(
        ({ packages, folders }) =>
          packages.test(entry.specifier) &&
          !folders.includes(roomOf(entry.from)) &&
          // A type of the wire protocol is data, not the SDK: storage keeps activities it never makes.
          !(entry.typeOnly && entry.specifier === 'botframework-schema'),
      ),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('imports natural by file only: its index reads .env and prints', () => {
    assert.deepEqual(imports.filter((entry) => entry.specifier === 'natural').map(show), []);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = sources.filter((file) => /process\.env/.test(readFileSync(path.join(root, file), 'utf8')));
    assert.deepEqual(
      readers.filter((file) => file !== 'src/config.ts'),
      [],
    );
  });

  it('keeps files under 300 lines and to named exports', () => {
    const long = globSync(['src/**/*.ts', 'dialogs/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'], { cwd: root }).filter(
      (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 301,
    );
    assert.deepEqual(long, []);
    const defaults = sources.filter((file) => /^export default /m.test(readFileSync(path.join(root, file), 'utf8')));
    assert.deepEqual(defaults, []);
  });

  it('gives no file a name that says nothing', () => {
    const vague = sources.filter((file) => /(^|\/|-)(utils?|helpers?|common|misc|manager|stuff)(\.|\/|-)/i.test(file));
    assert.deepEqual(vague, []);
    assert.deepEqual(
      sources.filter((file) => !/^[a-z0-9./-]+$/.test(file)),
      [],
    );
  });

  it('sees a forbidden import where there is one', () => {
    const [found] = importsOf(
      'src/knowledge/x.ts',
      "import { a } from '../server/b.ts'; import type { C } from 'restify';",
    );
    assert.equal(found?.specifier, '../server/b.ts');
    assert.equal(roomOf(resolve(found!)), 'server');
  });
});

function importsOf(file: string, text: string): ImportedModule[] {
  const { module } = parseSync(file, text);
  const fixed = module.staticImports.map((entry) => ({
    from: file,
    specifier: entry.moduleRequest.value,
    typeOnly: entry.entries.length > 0 && entry.entries.every((name) => name.isType),
  }));
  const passedOn = module.staticExports.flatMap((entry) =>
    entry.entries
      .filter((name) => name.moduleRequest)
      .map((name) => ({ from: file, specifier: name.moduleRequest!.value, typeOnly: name.isType })),
  );
  const lazy = module.dynamicImports.map((entry) => ({
    from: file,
    specifier: text.slice(entry.moduleRequest.start, entry.moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    typeOnly: false,
  }));
  return [...fixed, ...passedOn, ...lazy];
}

/** `src/bot/x.ts` stands in `bot`, `src/app.ts` in `app`, `dialogs/x.ts` in `dialogs`. */
function roomOf(file: string): string {
  const [top, next] = file.split('/');
  return top === 'src' ? (next ?? '').replace(/\.ts$/, '') : (top ?? '');
}

function resolve(entry: ImportedModule): string {
  return path.posix.join(path.posix.dirname(entry.from), entry.specifier);
}

/** The widget may know the types of the wire, and nothing else of the server's side. */
function isProtocolType(entry: ImportedModule): boolean {
  return roomOf(entry.from) === 'widget' && entry.typeOnly && resolve(entry) === 'src/channels/direct-line/protocol.ts';
}

function show(entry: ImportedModule): string {
  return `${entry.from} imports ${entry.specifier}`;
}
