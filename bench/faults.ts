import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumber } from './whole-number.ts';

const usage = `Usage: npm run bench -- faults [options]

The fault tests over and over: killed processes, stores that go, are slow, full or corrupt, many conversations at once.
The first round has the sizes of SECURITY.md (20 kills, 10,000 interleaved conversations, a million that come and go),
the others those of the test suite. Ends with 1 if any round failed.

  --times N   rounds (default: 10)
  --help      this text`;

const specs = [
  'test/security/row-14-many-conversations.spec.ts',
  'test/security/row-15-16-20-turns.spec.ts',
  'test/security/row-17-18-stops.spec.ts',
  'test/security/row-19-*.spec.ts',
  'test/storage/*.spec.ts',
  'test/server/many-processes.spec.ts',
  'test/server/health.spec.ts',
];

const root = path.resolve(import.meta.dirname, '..');

export async function benchFaults(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { times: { type: 'string', default: '10' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(usage);
  const times = wholeNumber('times', values.times);
  let failed = 0;
  let skipped = 0;
  for (let round = 1; round <= times; round += 1) {
    const began = performance.now();
    const { passing, failing, pending, code, output } = await runSpecs(round === 1);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`round ${round} of ${times}: ${passing} passed, ${failing} failed, ${pending} skipped, ${seconds} s`);
    skipped += pending;
    if (code !== 0 || passing === 0) {
      failed += 1;
      console.log(output);
    }
  }
  const left = skipped === 0 ? '' : `, ${skipped} tests skipped: see above what they lack`;
  console.log(failed === 0 ? `${times} rounds passed${left}` : `${failed} of ${times} rounds failed${left}`);
  if (failed > 0) throw new Error('a fault test failed: see above');
}

async function runSpecs(fullSize: boolean) {
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const child = spawn(process.execPath, [mocha, ...specs, '--exit', '--no-color'], {
    cwd: root,
    env: { ...process.env, FULL_SIZE: String(fullSize) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const [code] = (await once(child, 'close')) as [number | null];
  // mocha leaves out a line for a count of nothing.
  const count = (kind: string) => Number(new RegExp(`^ *(\\d+) ${kind}`, 'm').exec(output)?.[1] ?? 0);
  return { passing: count('passing'), failing: count('failing'), pending: count('pending'), code, output };
}

if (import.meta.main) await benchFaults();
