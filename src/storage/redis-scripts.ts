import { createHash } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';

/**
 * The keys of one conversation. They share a hash tag, so that in a Cluster one script may touch them all.
 * The tag is a digest: an id from outside can neither leave its tag nor be read in a key.
 */
export interface ConversationKeys {
  /** Who holds the turn: a token, expiring. */
  readonly turn: string;
  /** Hash: `state` (JSON), `logged`, `sequence`. */
  readonly conversation: string;
  /** Stream of activities; an entry's id is `<sequence>-0`. */
  readonly log: string;
  /** Hash: activity id to the result to repeat. */
  readonly remembered: string;
  /** Channel on which a growing log is told. */
  readonly grown: string;
}

export function keysOf(key: string): ConversationKeys {
  const tag = `answerline:{${createHash('sha256').update(key).digest('base64url')}}`;
  return {
    turn: `${tag}:turn`,
    conversation: `${tag}:conversation`,
    log: `${tag}:log`,
    remembered: `${tag}:remembered`,
    grown: `${tag}:grown`,
  };
}

/** Takes the turn if it is free. Returns false, or the state ('' where there is none). */
const openLua = `
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return {0, ''} end
return {1, redis.call('HGET', KEYS[2], 'state') or ''}`;

/** Goes on holding the turn. Returns 0 if it was lost. */
const renewLua = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

const releaseLua = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`;

/**
 * Stores a turn, all of it or nothing, if the token still holds the turn (fencing); else returns 0.
 * ARGV: token, idle ms, state ('' deletes it and the log), channel, number of remembered pairs, the pairs, the log entries.
 */
const commitLua = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local idle = ARGV[2]
if ARGV[3] == '' then
  redis.call('DEL', KEYS[3])
  redis.call('HDEL', KEYS[2], 'state')
else
  redis.call('HSET', KEYS[2], 'state', ARGV[3])
end
local pairsEnd = 5 + 2 * tonumber(ARGV[5])
for i = 6, pairsEnd, 2 do redis.call('HSET', KEYS[4], ARGV[i], ARGV[i + 1]) end
for i = pairsEnd + 1, #ARGV do
  local sequence = redis.call('HINCRBY', KEYS[2], 'sequence', 1)
  redis.call('XADD', KEYS[3], sequence .. '-0', 'activity', ARGV[i])
end
for i = 2, 4 do redis.call('PEXPIRE', KEYS[i], idle) end
if #ARGV > pairsEnd then redis.call('PUBLISH', ARGV[4], '') end
return 1`;

const createLua = `
redis.call('HSET', KEYS[1], 'logged', '1')
return redis.call('PEXPIRE', KEYS[1], ARGV[1])`;

/** The scripts as commands of the client (ioredis sends the digest and falls back to the text). */
export interface StoreCommands {
  answerlineOpen(turn: string, conversation: string, token: string, holdMs: number): Promise<[0 | 1, string]>;
  answerlineRenew(turn: string, token: string, holdMs: number): Promise<0 | 1>;
  answerlineRelease(turn: string, token: string): Promise<1>;
  answerlineCommit(...keysAndArguments: (string | number)[]): Promise<0 | 1>;
  answerlineCreate(conversation: string, idleMs: number): Promise<0 | 1>;
}

export function defineStoreCommands<Client extends Redis | Cluster>(client: Client): Client & StoreCommands {
  client.defineCommand('answerlineOpen', { numberOfKeys: 2, lua: openLua });
  client.defineCommand('answerlineRenew', { numberOfKeys: 1, lua: renewLua });
  client.defineCommand('answerlineRelease', { numberOfKeys: 1, lua: releaseLua });
  client.defineCommand('answerlineCommit', { numberOfKeys: 4, lua: commitLua });
  client.defineCommand('answerlineCreate', { numberOfKeys: 1, lua: createLua });
  return client as Client & StoreCommands;
}
