import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** Everything logged so far. */
  readonly lines: readonly string[];
  /** Exit code, null after a signal. */
  readonly ended: Promise<number | null>;
}

const entry = path.join(import.meta.dirname, 'child-server.ts');

/**
 * Starts a server in a process of its own and waits until it answers visitors.
 * @throws Error holding its standard error where it ends before that
 */
export async function startProcess(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let faults = '';
  child.stderr.on('data', (data) => {
    faults += data;
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const { msg } = JSON.parse(line) as { msg: string };
      if (msg === 'ready')
        resolve(
          (lines.map((text) => JSON.parse(text)).find((entry) => entry.msg === 'listening') as { url: string }).url,
        );
    });
    void ended.then(() => reject(new Error(faults)));
  });
  return { process: child, lines, ended, url: await url };
}
