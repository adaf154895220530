import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** What one start took: milliseconds from the process's start, and memory in MB once it has been idle for a while. */
export interface StartFigures {
  readonly listeningMs: number;
  readonly readyMs: number;
  readonly idleMb: number;
}

/** Time for garbage to be collected before memory is read, milliseconds. */
const settleMs = 5_000;

const root = path.resolve(import.meta.dirname, '..');
const line = z.object({ msg: z.string(), url: z.string().optional() });

/**
 * Starts the server as `npm start` does, waits for its first log line and for `/readyz`, and reads its memory.
 * @throws when it ends before it is ready
 */
export async function measureStart(dataDir: string): Promise<StartFigures> {
  const started = performance.now();
  const server = spawn(process.execPath, ['--import', './src/check-node.mjs', 'src/main.ts'], {
    cwd: root,
    env: { PATH: '', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await listeningUrl(server.stdout);
    const listeningMs = performance.now() - started;
    while (!(await isReady(url))) await delay(10);
    const readyMs = performance.now() - started;
    await delay(settleMs);
    return { listeningMs, readyMs, idleMb: await residentMb(server.pid) };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** `npm run bench -- start`: the median of some starts, after one with nothing cached. */
export async function benchStart(times = 5): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-bench-'));
  try {
    print('first start', await measureStart(dataDir));
    const figures: StartFigures[] = [];
    for (let run = 0; run < times; run++) figures.push(await measureStart(dataDir));
    const median = (pick: (figure: StartFigures) => number) =>
      figures.map(pick).toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
    print(`median of ${times}`, {
      listeningMs: median((figure) => figure.listeningMs),
      readyMs: median((figure) => figure.readyMs),
      idleMb: median((figure) => figure.idleMb),
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function print(name: string, { listeningMs, readyMs, idleMb }: StartFigures): void {
  const figures = `listening ${Math.round(listeningMs)} ms, ready ${Math.round(readyMs)} ms, idle ${Math.round(idleMb)} MB`;
  console.log(`${name.padEnd(12)} ${figures}`);
}

async function listeningUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const text of createInterface({ input: output })) {
    const { msg, url } = line.parse(JSON.parse(text));
    // Whatever it says later is read and dropped, so that its pipe never fills.
    output.resume();
    if (msg === 'listening' && url) return url;
  }
  throw new Error('the server ended before it listened');
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`).catch(() => null);
  return response?.status === 200;
}

/** Linux only; elsewhere not a number. */
async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

if (import.meta.main) await benchStart();
