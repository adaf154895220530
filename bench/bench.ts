import { parseArgs } from 'node:util';

const usage = `Measure Answerline, beside the field's peers where there are any.

  npm run -s bench -- retrieval --data DIR   nDCG@10 and speed on SciFact, Cranfield and SQuAD 2, beside four search libraries
  npm run -s bench -- intents --data DIR     CLINC150, beside natural and @nlpjs
  npm run -s bench -- turns                  turns a second through the Bot Framework, beside an echo bot
  npm run -s bench -- widget                 size and time to a usable chat, beside Web Chat
  npm run -s bench -- load                   many conversations at once
  npm run -s bench -- faults                 the fault tests ten times in a row, once at full size
  npm run -s bench -- start                  time to listening and to ready

Options
  --data DIR   folder with the public sets (or the variable BENCH_DATA)
  -h, --help   this text; turns, widget, load and faults have options of their own: npm run -s bench -- load --help
`;

/** Loaded one at a time: a bench must not carry another's memory. */
const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  retrieval: async (args) => {
    const { benchRetrieval } = await import('./retrieval.ts');
    benchRetrieval(dataFolder(args));
  },
  intents: async (args) => {
    const { benchIntents } = await import('./intents.ts');
    await benchIntents(dataFolder(args));
  },
  turns: async (args) => (await import('./turns.ts')).benchTurns(args),
  widget: async (args) => (await import('./widget.ts')).benchWidget(args),
  load: async (args) => (await import('./load.ts')).benchLoad(args),
  faults: async (args) => (await import('./faults.ts')).benchFaults(args),
  start: async () => (await import('./start.ts')).benchStart(),
};

/** Benches that tell their own options. */
const ownOptions: ReadonlySet<string> = new Set(['turns', 'widget', 'load', 'faults']);

process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 done; 1 it could not be measured; 2 no such bench. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    process.stdout.write(usage);
    return 0;
  }
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) {
    process.stderr.write(`${name ? `there is no bench "${name}"` : 'name a bench'}\n\n${usage}`);
    return 2;
  }
  if (!ownOptions.has(name) && args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    await bench(args);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function dataFolder(args: readonly string[]): string {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } });
  const folder = values.data ?? process.env.BENCH_DATA;
  if (!folder) throw new Error('--data DIR or BENCH_DATA must name the folder with the public sets');
  return folder;
}
