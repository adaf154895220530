import { RateLimiterRes } from 'rate-limiter-flexible';

/** Seconds over which is counted. */
export const rateWindowSeconds = 60;

/** Whether one more may pass now; if not, the seconds after which it may. */
export type RateVerdict = { readonly allowed: true } | { readonly allowed: false; readonly retryAfter: number };

/** Counts what passes under a key and refuses beyond a rate. Never rejects: a limit that cannot count lets pass. */
export type RateLimit = (key: string) => Promise<RateVerdict>;

/**
 * A limit over a limiter of rate-limiter-flexible, whatever it counts in.
 * @param onReject told of each refusal
 */
export function rateLimitOver(limiter: { consume(key: string): Promise<unknown> }, onReject: () => void): RateLimit {
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

/** Both limits on messages. */
export interface Limits {
  /** By conversation, or by person where the channel says who it is. */
  readonly conversation: RateLimit;
  /** By client address; generous, because whole agencies share one. */
  readonly address: RateLimit;
}
