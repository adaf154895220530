import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** The assistant in a process of its own. */
export interface AssistantProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resident memory now, MB (Linux). */
  memoryMb(): number;
  stop(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Starts the assistant as `npm start` does, on a free port unless `environment` says otherwise, and waits until it is ready.
 * Rates are raised: a load comes from one address.
 * @param options.inspect with an inspector, for `probeHeap`; its standard error is then piped
 */
export async function startAssistant(
  environment: Readonly<Record<string, string>> = {},
  { inspect = false }: { readonly inspect?: boolean } = {},
): Promise<AssistantProcess> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-load-'));
  const child = spawn(
    process.execPath,
    [...(inspect ? ['--inspect=127.0.0.1:0'] : []), path.join(root, 'src', 'main.ts')],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'info',
        RATE_LIMIT_ADDRESS: '10000000',
        RATE_LIMIT_CONVERSATION: '100000',
        ...environment,
      },
      stdio: ['ignore', 'pipe', inspect ? 'pipe' : 'inherit'],
    },
  );
  const url = await listening(child);
  while ((await fetch(`${url}/readyz`).catch(() => null))?.status !== 200) await wait(50);
  return {
    url,
    process: child,
    memoryMb: () =>
      Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([gone, wait(12_000).then(() => child.kill('SIGKILL'))]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function listening(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  for await (const line of lines) {
    const entry = JSON.parse(line) as { msg: string; url?: string };
    if (entry.msg !== 'listening' || entry.url === undefined) continue;
    child.stdout!.resume();
    return entry.url;
  }
  throw new Error('the assistant ended before it listened');
}
