import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const documents = globSync(['*.md', 'ops/*.md', 'evaluation/*.md'], { cwd: root });
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The anchor that a Markdown viewer gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (file: string): ReadonlySet<string> =>
  new Set([...read(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading!)));

/** Made when asked for, and not committed. */
const made = new Set(['evaluation/report.html']);

describe('documents', () => {
  for (const file of documents) {
    it(`${file}: every link leads somewhere`, () => {
      const text = read(file).replace(/```[\s\S]*?```/g, '');
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
      const dead = links.filter((target) => {
        if (/^(?:https?:|mailto:|tel:)/.test(target)) return false;
        const [to, anchor] = target.split('#') as [string, string?];
        const place = to === '' ? file : path.join(path.dirname(file), to);
        if (!existsSync(path.join(root, place))) return true;
        return anchor !== undefined && !anchorsOf(place).has(anchor);
      });
      assert.deepEqual(dead, []);
    });

    it(`${file}: every npm script it names exists`, () => {
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      const named = [...read(file).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, script]) => script!);
      assert.deepEqual(
        named.filter((script) => !(script in scripts)),
        [],
      );
    });

    it(`${file}: every file of the project it names is there`, () => {
      const named = [
        ...read(file).matchAll(/`((?:src|dialogs|test|bench|ops|evaluation|knowledge|docs)\/[\w./*-]+)`/g),
      ];
      assert.deepEqual(
        named
          .map(([, place]) => place!)
          .filter((place) => !made.has(place) && globSync(place, { cwd: root }).length === 0),
        [],
      );
    });

    it(`${file}: nothing is left to be filled in`, () => {
      assert.doesNotMatch(read(file), /\b(?:TODO|TBD|FIXME|XXX|lorem ipsum)\b|\?\?\?/i);
    });
  }
});
