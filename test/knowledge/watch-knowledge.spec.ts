import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { type KnowledgeWatch, watchKnowledge } from '../../src/knowledge/watch-knowledge.ts';

const page = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

describe('watching a knowledge folder', () => {
  let dir: string;
  let watching: KnowledgeWatch;
  let used: Knowledge[];
  let rejected: (readonly string[])[];
  let failing: boolean;
  const write = (name: string, text: string) => writeFileSync(path.join(dir, 'pages', name), text);
  const until = async (condition: () => boolean) => {
    for (let tries = 0; !condition(); tries += 1) {
      assert.ok(tries < 200, 'nothing happened in 10 s');
      await wait(50);
    }
  };

  beforeEach(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'answerline-watch-'));
    mkdirSync(path.join(dir, 'pages'));
    write('tea.md', page('Tea', 'Tea is a drink.'));
    used = [];
    rejected = [];
    failing = false;
    watching = watchKnowledge({
      dir,
      contentHash: (await loadKnowledge(dir)).contentHash,
      use: (knowledge) => {
        if (failing) throw new Error('cannot be used');
        used.push(knowledge);
      },
      rejected: (faults) => rejected.push(faults),
    });
    // The watcher reads the folder before it hears of changes.
    await wait(300);
  });
  afterEach(async () => {
    await watching.close();
    rmSync(dir, { recursive: true });
  });

  it('takes a change into use, whole', async () => {
    write('tea.md', page('Tea', 'Tea is poured.'));
    write('bees.md', page('Bees', 'Bees fly.'));
    await until(() => used.length > 0);
    assert.deepEqual([...used.at(-1)!.sections.keys()], ['bees', 'tea']);
    assert.equal(used.at(-1)!.sections.get('tea')?.text, 'Tea is poured.');
    assert.deepEqual(rejected, []);
  });

  it('keeps what is in use while a change is broken, and says each fault once with its place', async () => {
    write('bees.md', 'no front matter\n');
    await until(() => rejected.length > 0);
    await watching.reload();
    await watching.reload();
    assert.equal(rejected.length, 1);
    assert.match(rejected[0]!.join(), /^pages\/bees\.md:\d+: /);
    assert.deepEqual(used, []);
    write('bees.md', page('Bees', 'Bees fly.'));
    await until(() => used.length === 1);
  });

  it('uses nothing when nothing changed', async () => {
    write('tea.md', page('Tea', 'Tea is a drink.'));
    await wait(600);
    await watching.reload();
    assert.deepEqual(used, []);
  });

  it('tells a failure to take content into use, and tries again when asked', async () => {
    failing = true;
    write('tea.md', page('Tea', 'Tea is hot.'));
    await until(() => rejected.length === 1);
    assert.deepEqual(rejected[0], ['cannot be used']);
    failing = false;
    await watching.reload();
    assert.equal(used.length, 1);
  });
});
