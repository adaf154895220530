import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './redis-server.ts';

/** Several Redis processes that form a Cluster, or a master with its Sentinel. */
export interface RedisTopology {
  /** For REDIS_URL. */
  readonly url: string;
  remove(): void;
}

/** Three masters that share the slots. */
export async function startRedisCluster(): Promise<RedisTopology> {
  const group = createGroup();
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  for (const port of ports) {
    // The bus port defaults to port + 10,000, which may be no port at all.
    const bus = String(await freePort());
    const own = ['--cluster-enabled', 'yes', '--cluster-config-file', `nodes-${port}.conf`, '--cluster-port', bus];
    group.run('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', ...own]);
  }
  await group.untilAnswers(ports);
  const addresses = ports.map((port) => `127.0.0.1:${port}`);
  const made = spawnSync('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-yes'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`no cluster: ${made.stdout}${made.stderr}`);
  while (!cli(ports[0]!, 'cluster', 'info').includes('cluster_state:ok')) await wait(100);
  return { url: `redis+cluster://${addresses.join(',')}`, remove: group.remove };
}

/** One master watched by one Sentinel. */
export async function startRedisSentinel(): Promise<RedisTopology> {
  const group = createGroup();
  const [port, sentinel] = await Promise.all([freePort(), freePort()]);
  group.run('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '']);
  const config = path.join(group.folder, 'sentinel.conf');
  writeFileSync(config, `port ${sentinel}\nbind 127.0.0.1\nsentinel monitor desk 127.0.0.1 ${port} 1\n`);
  group.run('redis-server', [config, '--sentinel']);
  await group.untilAnswers([port, sentinel]);
  return { url: `redis+sentinel://127.0.0.1:${sentinel}/desk`, remove: group.remove };
}

function createGroup() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'answerline-redis-'));
  const children: ChildProcess[] = [];
  return {
    folder,
    run: (command: string, args: readonly string[]) => {
      children.push(spawn(command, args, { cwd: folder, stdio: 'ignore' }));
    },
    untilAnswers: async (ports: readonly number[]) => {
      for (const port of ports) while (cli(port, 'ping').trim() !== 'PONG') await wait(50);
    },
    remove: () => {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function cli(port: number, ...command: string[]): string {
  return spawnSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' }).stdout;
}
