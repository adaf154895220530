import cluster from 'node:cluster';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { AnswerlineError } from '../errors.ts';

const usage = `Usage: npm run cluster -- [WORKERS]

Starts several processes of the assistant on this machine, on one port. They share their conversations through Redis,
so REDIS_URL must be set. A process that dies is started again. SIGTERM lets all of them drain. SIGHUP makes all of them
read the knowledge folder again.

  WORKERS      how many processes, 1 to 64 (default: 2)
  --help       this text`;

/** A process that dies at once and again is not started in a tight circle: wait this long, milliseconds, doubling. */
const RESTART_MS = { first: 200, longest: 10_000 };
/** A process that lived this long, milliseconds, was healthy: the next restart is quick again. */
const HEALTHY_MS = 30_000;

function readWorkers(): number {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const workers = Number(positionals[0] ?? 2);
  if (positionals.length > 1 || !Number.isInteger(workers) || workers < 1 || workers > 64) {
    throw new AnswerlineError('USAGE', `WORKERS must be a whole number from 1 to 64, not "${positionals.join(' ')}".`);
  }
  return workers;
}

function startWorkers(workers: number): void {
  cluster.setupPrimary({ exec: path.join(import.meta.dirname, '..', 'main.ts') });
  let stopping = false;
  let pause = RESTART_MS.first;
  const startWorker = () => {
    const born = Date.now();
    cluster.fork().once('exit', (code, signal) => {
      if (stopping) return;
      pause = Date.now() - born > HEALTHY_MS ? RESTART_MS.first : Math.min(pause * 2, RESTART_MS.longest);
      log('error', 'a worker died and will be started again', { code, signal, inMs: pause });
      setTimeout(startWorker, pause);
    });
  };
  for (let number = 0; number < workers; number += 1) startWorker();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopping = true;
      signalAll('SIGTERM');
    });
  }
  process.on('SIGHUP', () => signalAll('SIGHUP'));
  cluster.on('exit', () => {
    if (stopping && Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
  });
}

function signalAll(signal: NodeJS.Signals): void {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
}

function log(level: 'info' | 'error', msg: string, more: Readonly<Record<string, unknown>> = {}): void {
  const line = { level, time: new Date().toISOString(), msg, ...more };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

try {
  const workers = readWorkers();
  if (loadConfig().redisUrl === null) {
    throw new AnswerlineError(
      'CONFIG_INVALID',
      'REDIS_URL: is needed for more than one process; for one, use npm start.',
    );
  }
  log('info', 'starting workers', { workers });
  startWorkers(workers);
} catch (error) {
  const wrongCall = (error as { code?: unknown }).code !== 'CONFIG_INVALID';
  console.error((error as Error).message + (wrongCall ? `\n\n${usage}` : ''));
  process.exit(wrongCall ? 2 : 1);
}
