import { Cluster, Redis } from 'ioredis';
import { AnswerlineError } from '../errors.ts';

/** Where a REDIS_URL leads. */
export interface RedisAddress {
  readonly mode: 'single' | 'sentinel' | 'cluster';
  readonly tls: boolean;
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  readonly username?: string;
  readonly password?: string;
  /** Name of the master (Sentinel only). */
  readonly master?: string;
  readonly database: number;
}

/** Longest a command may take, milliseconds: the store answers or fails within it, so that 911 never waits for a store. */
const COMMAND_MS = 800;

/** Milliseconds until the next try to connect, for ever. */
const retryStrategy = (attempt: number): number => Math.min(attempt * 100, 1_000);

/**
 * Reads a REDIS_URL: `redis://[user:password@]host[:port][/database]`, `rediss://` for TLS,
 * `redis+sentinel://host:port,host:port/master-name[/database]`, `redis+cluster://host:port,host:port` (both also as `rediss+...`).
 * @throws AnswerlineError CONFIG_INVALID with one sentence; the password is not repeated.
 */
export function parseRedisUrl(url: string): RedisAddress {
  const match = /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^@/]*)@)?([^/?#]+)(?:\/([^?#]*))?$/.exec(url);
  if (!match) {
    throw invalid(
      'must look like redis://host:6379, rediss://..., redis+sentinel://host:26379/master or redis+cluster://host:6379',
    );
  }
  const [, scheme, kind, login, hosts, path = ''] = match;
  const mode = kind === 'sentinel' || kind === 'cluster' ? kind : 'single';
  const nodes = hosts!.split(',').map((host) => parseNode(host, mode === 'sentinel' ? 26379 : 6379));
  if (mode === 'single' && nodes.length > 1)
    throw invalid('names several hosts: use redis+sentinel:// or redis+cluster://');
  const parts = path.split('/').filter(Boolean);
  const master = mode === 'sentinel' ? parts.shift() : undefined;
  if (mode === 'sentinel' && !master)
    throw invalid('must end in the name of the master, as in redis+sentinel://host:26379/mymaster');
  const database = Number(parts[0] ?? 0);
  if (!Number.isInteger(database) || database < 0) throw invalid(`has the database "${parts[0]}", which is no number`);
  const [username, password] = (login ?? '').split(':').map(decodeURIComponent);
  return {
    mode,
    tls: scheme === 'rediss',
    nodes,
    database,
    ...(username && { username }),
    ...(password && { password }),
    ...(master && { master }),
  };
}

/** Connects, and goes on trying in the background for ever; commands fail at once while there is no connection. */
export function connectRedis(address: RedisAddress): Redis | Cluster {
  const options = {
    ...(address.username && { username: address.username }),
    ...(address.password && { password: address.password }),
    db: address.database,
    connectionName: 'answerline',
    connectTimeout: 2_000,
    commandTimeout: COMMAND_MS,
    enableOfflineQueue: false,
    autoResubscribe: true,
    maxRetriesPerRequest: 0,
    retryStrategy,
  };
  const tls = address.tls ? { tls: {} } : {};
  if (address.mode === 'cluster') {
    return new Cluster([...address.nodes], {
      redisOptions: { ...options, ...tls },
      enableOfflineQueue: false,
      clusterRetryStrategy: retryStrategy,
    });
  }
  if (address.mode === 'sentinel') {
    return new Redis({
      ...options,
      ...tls,
      sentinels: [...address.nodes],
      name: address.master!,
      ...(address.tls && { enableTLSForSentinelMode: true }),
    });
  }
  const [node] = address.nodes;
  return new Redis({ ...options, ...tls, host: node!.host, port: node!.port });
}

function parseNode(text: string, defaultPort: number): { host: string; port: number } {
  const match = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(text);
  const port = Number(match?.[2] ?? defaultPort);
  if (!match || port < 1 || port > 65_535) throw invalid(`has "${text}", which is no host and port`);
  return { host: match[1]!.replace(/^\[|\]$/g, ''), port };
}

function invalid(what: string): AnswerlineError {
  return new AnswerlineError('CONFIG_INVALID', `REDIS_URL: ${what}.`);
}
