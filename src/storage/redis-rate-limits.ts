import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { type RateLimit, rateLimitOver, rateWindowSeconds } from '../channels/rate-limit.ts';
import { connectRedis, parseRedisUrl } from './redis-connection.ts';

/** Limits that all processes on one Redis share. */
export interface SharedRateLimits {
  /** @param name tells limits apart; @param onReject is told of each refusal */
  limit(name: string, perMinute: number, onReject: () => void): RateLimit;
  close(): Promise<void>;
}

/**
 * Counts in Redis; while it is away each process counts for itself. Keys are hashed, so that no address stands there.
 * @throws AnswerlineError CONFIG_INVALID where the address is malformed.
 */
export function openRedisRateLimits(url: string): SharedRateLimits {
  const client = connectRedis(parseRedisUrl(url));
  // The store, on a connection of its own, reports when Redis goes and comes.
  client.on('error', () => {});
  return {
    limit: (name, perMinute, onReject) => {
      const options = { keyPrefix: `answerline:rate:${name}`, points: perMinute, duration: rateWindowSeconds };
      const limiter = new RateLimiterRedis({
        ...options,
        storeClient: client,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(options),
      });
      const limit = rateLimitOver(limiter, onReject);
      return (key) => limit(createHash('sha256').update(key).digest('base64url').slice(0, 22));
    },
    close: async () => client.disconnect(),
  };
}
