import assert from 'node:assert/strict';
import { formatFault } from '../../src/knowledge/fault.ts';
import { inspectKnowledge } from '../../src/knowledge/warnings.ts';
import { makeFolder, page, removeFolders } from './make-folder.ts';

const today = '2026-11-24';

function warningsOf(files: Readonly<Record<string, string>>): string[] {
  return inspectKnowledge(makeFolder(files), today).warnings.map(formatFault);
}

const contacts = (checked: string, confidence: 'H' | 'M'): string =>
  [
    'tips:',
    '  name: Tips',
    '  purpose: Tips',
    '  facts:',
    '    - phone: 802-872-6199',
    '      source: s',
    '      checked: 2026-11-01',
    '      confidence: H',
    '    - url: https://a.gov',
    '      source: s',
    `      checked: ${checked}`,
    `      confidence: ${confidence}`,
    '',
  ].join('\n');

const quiet = {
  'pages/p.md': `---\ntitle: T\nreviewed: 2026-01-01\nurl: https://b.gov/t\n---\nText.\n`,
  'agency.yaml': 'name: A\ntipLine: tips\n',
  'contacts.yaml': contacts('2026-11-01', 'H'),
};

describe('warnings', () => {
  afterEach(removeFolders);

  it('has none where all is fresh, confirmed and used', () => assert.deepEqual(warningsOf(quiet), []));

  it('tells a fact of confidence M', () => {
    assert.match(
      warningsOf({ ...quiet, 'contacts.yaml': contacts('2026-11-01', 'M') }).join('\n'),
      /^contacts\.yaml:9: tips, url https:\/\/a\.gov: confidence M;.*$/,
    );
  });

  it('tells a contact checked more than 180 days ago, not one of 180', () => {
    assert.deepEqual(warningsOf({ ...quiet, 'contacts.yaml': contacts('2026-05-28', 'H') }), []);
    assert.match(
      warningsOf({ ...quiet, 'contacts.yaml': contacts('2026-05-27', 'H') }).join('\n'),
      /^contacts\.yaml:9: contact tips was checked on 2026-05-27, more than 180 days ago.*$/,
    );
  });

  it('tells a page reviewed more than a year ago, or never', () => {
    const old = quiet['pages/p.md'].replace('2026-01-01', '2025-11-23');
    assert.match(
      warningsOf({ ...quiet, 'pages/p.md': old }).join('\n'),
      /^pages\/p\.md:3: the page was reviewed on 2025-11-23.*$/,
    );
    assert.deepEqual(warningsOf({ ...quiet, 'pages/p.md': old.replace('2025-11-23', '2025-11-24') }), []);
    assert.match(
      warningsOf({ ...quiet, 'pages/p.md': page('Text.') }).join('\n'),
      /^pages\/p\.md:1: the page does not say when it was reviewed.*$/,
    );
  });

  it('tells links and numbers outside the contact table, by their line', () => {
    const text = [
      'See [ours](https://a.gov/) and [us](https://b.gov/t) or [below](#x).',
      '',
      'Not [theirs](https://c.gov/x),',
      'call 802-872-6199 or (802) 872-6196.',
      '',
      '- [mail](mailto:a@b.gov)',
    ].join('\n');
    const found = warningsOf({ ...quiet, 'pages/p.md': quiet['pages/p.md'].replace('Text.', text) });
    assert.deepEqual(
      found.map((warning) => warning.replace(/ is not in .*/, '')),
      [
        'pages/p.md:8: the link https://c.gov/x',
        'pages/p.md:9: the number (802) 872-6196',
        'pages/p.md:11: the link mailto:a@b.gov',
      ],
    );
  });

  it('tells contacts that are never shown and topics that are never found', () => {
    const agency = 'name: A\ntopics:\n  jobs:\n    name: J\n    say: S\n    contacts: [emergency]\n';
    const found = warningsOf({ ...quiet, 'agency.yaml': agency });
    assert.deepEqual(
      found.map((warning) => warning.replace(/[;:] (?:who|give|name) .*/, '')),
      [
        'agency.yaml:1: no tipLine is named',
        'agency.yaml:3: topic jobs is never found',
        'contacts.yaml:1: contact tips is never shown',
      ],
    );
    assert.deepEqual(
      warningsOf({
        ...quiet,
        'agency.yaml': `${agency}tipLine: tips\n`,
        'intents.yaml': 'referral/jobs: { en: [hiring] }\n',
      }),
      [],
    );
  });
});
