/** Whether one more may pass now; if not, the seconds after which it may. */
export type RateVerdict = { readonly allowed: true } | { readonly allowed: false; readonly retryAfter: number };

/** Counts what passes under a key and refuses beyond a rate. Never rejects: a limit that cannot count lets pass. */
export type RateLimit = (key: string) => Promise<RateVerdict>;

/** Both limits on messages. */
export interface Limits {
  /** By conversation, or by person where the channel says who it is. */
  readonly conversation: RateLimit;
  /** By client address; generous, because whole agencies share one. */
  readonly address: RateLimit;
}
