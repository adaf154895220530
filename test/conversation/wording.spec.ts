import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { loadWording, wordingDir } from '../../src/conversation/wording.ts';
import { wordingTable } from '../../src/conversation/wording-table.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { gradeOf } from './reading-grade.ts';

const languages = ['en', 'es'] as const;

describe('the wording', () => {
  it('is complete in both languages', () => assert.doesNotThrow(() => loadWording()));

  for (const lang of languages) {
    it(`has no exclamation mark, no digit and no name of the agency (${lang})`, () => {
      const { agency } = loadKnowledgeSync('knowledge');
      const names = [agency.name.en, agency.name.es, agency.shortName.en, 'Homeland', 'DHS'];
      const wrong = texts(lang).filter(
        (text) => /[!¡\d]/.test(text) || names.some((name) => new RegExp(`\\b${name}\\b`).test(text)),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('reads at grade 8 or below', () => {
    const hard = texts('en').filter((text) => gradeOf(text) > 8);
    // Single sentences vary; a text as a whole must be plain, and no more than a few sentences may be harder.
    assert.ok(gradeOf(texts('en').join(' ')) <= 6, `grade ${gradeOf(texts('en').join(' '))}`);
    assert.ok(hard.length <= texts('en').length * 0.1, hard.join('\n'));
  });

  it('has no sentence that nothing says', () => {
    const sources = globSync(['dialogs/*.ts', 'src/**/*.ts'])
      .filter((file) => !file.endsWith('wording-table.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // Some are said by a name that is only known then: `contact.${kind}`, `chip.${name}`.
    const unused = Object.keys(wordingTable).filter((key) => {
      const [group, name] = key.split('.') as [string, string];
      if (group === 'chip') return !new RegExp(`\\b${name}\\b`).test(sources);
      return !sources.includes(`'${key}'`) && !sources.includes(`\`${group}.\${`);
    });
    assert.deepEqual(unused, []);
  });

  describe('when broken', () => {
    let dir: string;
    beforeEach(() => {
      dir = mkdtempSync(path.join(os.tmpdir(), 'wording-'));
      cpSync(wordingDir, dir, { recursive: true });
    });
    afterEach(() => rmSync(dir, { recursive: true }));
    const edit = (file: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(path.join(dir, file), 'utf8');
      const changed = text.replace(from, to);
      assert.notEqual(changed, text);
      writeFileSync(path.join(dir, file), changed);
    };

    it('names every fault with file and line at once', () => {
      edit('es.yaml', /^ {2}danger: .*$/m, '  danger: Llame ahora.');
      edit('es.yaml', /^ {2}thanks: .*\n/m, '');
      edit('en.yaml', /^ {2}goodbye: .*$/m, '  goodbye: Bye, {name}.\n  extra: x');
      const message = messageOf(() => loadWording(dir));
      assert.match(message, / {2}es\.yaml:\d+: welcome\.danger: \{emergency\} is missing/);
      assert.match(message, / {2}es\.yaml:\d+: smalltalk\.thanks: a sentence is missing/);
      assert.match(message, / {2}en\.yaml:\d+: smalltalk\.goodbye: \{name\} is not known here/);
      assert.match(message, / {2}en\.yaml:\d+: .*extra/);
      const line = Number(/es\.yaml:(\d+): welcome\.danger/.exec(message)?.[1]);
      assert.equal(readFileSync(path.join(dir, 'es.yaml'), 'utf8').split('\n')[line - 1], '  danger: Llame ahora.');
    });

    it('tells broken YAML and a missing file', () => {
      edit('en.yaml', 'welcome:', 'welcome: [');
      rmSync(path.join(dir, 'es.yaml'));
      const message = messageOf(() => loadWording(dir));
      assert.match(message, /en\.yaml:\d+: broken YAML/);
      assert.match(message, /es\.yaml:1: the file cannot be read/);
    });
  });
});

function texts(lang: string): string[] {
  const groups: Record<string, Record<string, string>> = parse(
    readFileSync(path.join(wordingDir, `${lang}.yaml`), 'utf8'),
  );
  return Object.values(groups).flatMap((group) => Object.values(group));
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.equal('code' in error && error.code, 'KNOWLEDGE_INVALID');
    return error.message;
  }
  return assert.fail('nothing was thrown');
}
