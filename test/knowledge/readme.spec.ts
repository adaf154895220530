import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inspectKnowledge } from '../../src/knowledge/warnings.ts';
import { makeFolder, removeFolders } from './make-folder.ts';

describe('the README of knowledge/', () => {
  afterEach(removeFolders);

  it('shows files that make a working folder as they stand', () => {
    const readme = readFileSync('knowledge/README.md', 'utf8');
    const examples = readme.matchAll(/^### `(.+)`\n[\s\S]*?^```\w+\n([\s\S]*?)^```$/gm);
    const files = Object.fromEntries([...examples].map(([, path, content]) => [path, content ?? '']));
    assert.deepEqual(Object.keys(files).toSorted(), [
      'agency.yaml',
      'contacts.yaml',
      'intents.yaml',
      'pages/what-we-do.md',
      'vocabulary.yaml',
    ]);
    const { knowledge, warnings } = inspectKnowledge(makeFolder(files), '2026-11-24');
    assert.deepEqual([...knowledge.sections.keys()], ['what-we-do', 'what-we-do/honey']);
    assert.equal(knowledge.agency.examples.es[1], '¿Cómo se hace la miel?');
    assert.deepEqual(knowledge.vocabulary.glossary.enjambres, ['swarm', 'colony']);
    // A folder's own before the built-in ones.
    assert.equal(knowledge.vocabulary.everyday[0], 'bumblebee, bumblebees: bee, pollinator');
    assert.ok(knowledge.vocabulary.everyday.length > 10_000);
    // The one fact of confidence M, as the text around it says.
    assert.deepEqual(
      warnings.map(({ file, line }) => `${file}:${line}`),
      ['contacts.yaml:17'],
    );
  });
});
