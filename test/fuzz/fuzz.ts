import { parseArgs } from 'node:util';
import { openBoundaries } from './boundaries.ts';

const usage = `Usage: npm run fuzz -- [--minutes N] [--seed N]

Throws random input at every boundary, round after round, until the time is over or something breaks; then it prints the
smallest input that breaks it, and the seed that repeats it.

  --minutes N   how long (default: 10)
  --seed N      where to begin (default: the time)
  --help        this text`;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(usage);
} else {
  const end = Date.now() + Number(values.minutes) * 60_000;
  const { boundaries, close } = await openBoundaries();
  let runs = 0;
  try {
    for (let seed = Number(values.seed ?? Date.now() % 2 ** 31); Date.now() < end; seed += 1) {
      for (const { name, check } of boundaries) {
        await check(100, seed);
        runs += 100;
        process.stdout.write(`\r${runs} inputs, seed ${seed}: ${name.padEnd(40)}`);
      }
    }
    console.log(`\nnothing broke in ${runs} inputs`);
  } finally {
    await close();
  }
}
