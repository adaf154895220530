import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A Redis server of the tests' own, so that it can be stopped, paused and started again. */
export interface RedisServer {
  readonly url: string;
  readonly process: () => ChildProcess;
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  remove(): Promise<void>;
}

/** Whether `redis-server` is on the PATH. */
export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

/** Says once why tests are skipped. */
export function sayNoRedis(): void {
  console.log('    (skipped: no redis-server on the PATH; install it to run these tests)');
}

export async function startRedisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'answerline-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    process: () => child!,
    start: async () => {
      const args = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--appendonly',
        'yes',
        '--save',
        '',
      ];
      child = spawn('redis-server', args, { stdio: 'ignore' });
      await answering(port);
    },
    stop: async (signal = 'SIGTERM') => {
      if (!child || child.exitCode !== null) return;
      const gone = new Promise((resolve) => child!.once('exit', resolve));
      child.kill('SIGCONT');
      child.kill(signal);
      await gone;
    },
    remove: async () => {
      await server.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const probe = new Redis({ port, lazyConnect: true, retryStrategy: () => null });
    probe.on('error', () => {});
    const pong = await probe
      .connect()
      .then(() => probe.ping())
      .catch(() => '');
    probe.disconnect();
    if (pong === 'PONG') return;
    await wait(50);
  }
  throw new Error('redis-server did not start');
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
