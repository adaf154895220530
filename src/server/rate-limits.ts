import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type RateLimit, rateLimitOver, rateWindowSeconds } from '../channels/rate-limit.ts';

/**
 * So many a minute and key, counted in this process's memory, which forgets a key with its minute.
 * @param onReject told of each refusal
 */
export function createRateLimit(perMinute: number, onReject: () => void = () => {}): RateLimit {
  return rateLimitOver(new RateLimiterMemory({ points: perMinute, duration: rateWindowSeconds }), onReject);
}
