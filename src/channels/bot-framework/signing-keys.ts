import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** A key that channels sign with. */
export interface SigningKey {
  readonly key: CryptoKey;
  /** Channels the key may speak for; null: not limited. */
  readonly endorsements: readonly string[] | null;
}

/** The key set could not be fetched: nobody can be told from a forger now. */
export class KeysUnavailable extends Error {
  /** Seconds after which asking again makes sense. */
  readonly retryAfter: number;
  constructor(retryAfter: number, options?: ErrorOptions) {
    super('The signing keys cannot be fetched.', options);
    this.name = 'KeysUnavailable';
    this.retryAfter = retryAfter;
  }
}

export interface SigningKeys {
  /**
   * The key of that id, null if the issuer has none.
   * @throws KeysUnavailable when it is not known and the key set cannot be fetched
   */
  find(kid: string): Promise<SigningKey | null>;
}

/** Keys are fetched again after a day, and meanwhile for an unknown id at most once a minute. */
const freshMs = 24 * 60 * 60_000;
const cooldownMs = 60_000;
/** After a failure known keys still serve, and unknown ones wait this long. */
const failureMs = 10_000;
const timeoutMs = 5_000;

const metadataSchema = z.looseObject({ jwks_uri: z.url() });
const keySetSchema = z.looseObject({
  keys: z.array(
    z.looseObject({ kty: z.string(), kid: z.string().optional(), endorsements: z.array(z.string()).optional() }),
  ),
});

/**
 * The keys behind an OpenID metadata document, fetched when first needed and shared by all who wait for them.
 * @param metadataUrl address of the `openid-configuration` document
 * @param now milliseconds, `Date.now` but in tests
 */
export function createSigningKeys(metadataUrl: string, now: () => number = Date.now): SigningKeys {
  let keys = new Map<string, SigningKey>();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | null = null;

  const refresh = () => {
    fetching ??= fetchKeys(metadataUrl)
      .then(
        (found) => {
          keys = found;
          fetchedAt = now();
          failedAt = Number.NEGATIVE_INFINITY;
        },
        (cause: unknown) => {
          failedAt = now();
          throw new KeysUnavailable(failureMs / 1000, { cause });
        },
      )
      .finally(() => {
        fetching = null;
      });
    return fetching;
  };

  return {
    async find(kid) {
      const known = keys.get(kid);
      const age = now() - fetchedAt;
      const failing = now() - failedAt < failureMs;
      if (known) {
        // Stale keys serve while new ones are on their way: a passing failure there must not stop the bot here.
        if (age > freshMs && !failing) refresh().catch(() => undefined);
        return known;
      }
      if (age < cooldownMs) return null;
      if (failing) throw new KeysUnavailable(Math.ceil((failureMs - (now() - failedAt)) / 1000));
      await refresh();
      return keys.get(kid) ?? null;
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<Map<string, SigningKey>> {
  const { jwks_uri } = metadataSchema.parse(await fetchJson(metadataUrl));
  const set = keySetSchema.parse(await fetchJson(jwks_uri));
  const keys = new Map<string, SigningKey>();
  for (const { endorsements, ...jwk } of set.keys) {
    if (jwk.kid === undefined || jwk.kty !== 'RSA') continue;
    const key = await importJWK(jwk as JWK, 'RS256');
    if (!(key instanceof Uint8Array)) keys.set(jwk.kid, { key, endorsements: endorsements ?? null });
  }
  return keys;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
