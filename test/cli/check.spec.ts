import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { makeFolder, page, removeFolders } from '../knowledge/make-folder.ts';

function check(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['src/cli/check.ts', ...args], { encoding: 'utf8', timeout: 20_000 });
}

describe('npm run check', () => {
  afterEach(removeFolders);

  it('finds no fault in the knowledge that ships, and warns of every unconfirmed fact', () => {
    const { status, stdout, stderr } = check();
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.equal(stdout.match(/^contacts\.yaml:\d+: .*confidence M/gm)?.length, 8);
    assert.match(stdout, /^pages\/what-we-do\.md:6: the page was reviewed on 2018-01-03/m);
    assert.match(
      stdout,
      /1 page, 4 sections, 20 contacts, 12 topics, \d+ example messages: no faults, \d+ warnings\.\n$/,
    );
  });

  it('prints every fault with file and line, and exits 1', () => {
    const dir = makeFolder({ 'pages/p.md': page(''), 'agency.yaml': 'tipLine: none\n' });
    const { status, stdout, stderr } = check('--knowledge', dir);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /has 2 faults:\n {2}agency\.yaml:1: .*\n {2}pages\/p\.md:1: .*\n$/);
  });

  it('shows its usage when asked, and with exit 2 for an unknown option', () => {
    assert.match(check('--help').stdout, /--knowledge DIR/);
    const { status, stderr } = check('--no-such-option');
    assert.equal(status, 2);
    assert.match(stderr, /no-such-option[\s\S]*--knowledge DIR/);
  });
});
