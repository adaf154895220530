import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit } from '../channels/rate-limit.ts';

/** Seconds over which is counted. */
const windowSeconds = 60;

/**
 * So many a minute and key, counted in this process's memory, which forgets a key with its minute.
 * @param onReject told of each refusal
 */
export function createRateLimit(perMinute: number, onReject: () => void = () => {}): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return { allowed: true };
    } catch (verdict) {
      if (!(verdict instanceof RateLimiterRes)) return { allowed: true };
      onReject();
      return { allowed: false, retryAfter: Math.max(1, Math.ceil(verdict.msBeforeNext / 1000)) };
    }
  };
}
