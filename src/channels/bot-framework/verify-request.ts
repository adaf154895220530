import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { type AllowsServiceUrl, sameServiceUrl } from './service-urls.ts';
import { KeysUnavailable, type SigningKeys } from './signing-keys.ts';

/** Somebody whose tokens are accepted. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly keys: SigningKeys;
  /** `channel`: the token must name the service URL. `app`: another app of the tenant, which must be one of `apps`. */
  readonly speaksFor: 'channel' | 'app';
  readonly apps: ReadonlySet<string>;
}

export interface VerifierParts {
  readonly appId: string;
  readonly issuers: readonly TrustedIssuer[];
  readonly allowsServiceUrl: AllowsServiceUrl;
  readonly now?: () => number;
}

/** Who sent a request, or why it is refused. Reasons are for the log: the sender learns the status alone. */
export type Verdict =
  | { readonly accepted: true; readonly claims: JWTPayload; readonly callerAppId: string | null }
  | { readonly accepted: false; readonly status: 401 | 403; readonly reason: string }
  | { readonly accepted: false; readonly status: 503; readonly reason: string; readonly retryAfter: number };

export interface SignedRequest {
  readonly authorization: string | undefined;
  readonly channelId: string;
  readonly serviceUrl: string | undefined;
}

/** Seconds that clocks may differ; the SDK allows the same. */
const clockToleranceSeconds = 300;
/** Tokens remembered as verified: a channel uses each for an hour, and checking a signature is most of a turn's cost. */
const rememberedTokens = 500;

/**
 * Checks who sent an activity before the SDK sees it: issuer, signature, audience, times, endorsement of the channel,
 * and that replies would go where the token says and the configuration allows.
 */
export function createVerifier(parts: VerifierParts): (request: SignedRequest) => Promise<Verdict> {
  const now = parts.now ?? Date.now;
  const remembered = new Map<string, VerifiedToken>();

  const verified = async (token: string): Promise<VerifiedToken | string> => {
    const known = remembered.get(token);
    if (known && known.expiresAt > now()) return known;
    const fresh = await verifyToken(token, parts, now());
    if (typeof fresh === 'string') return fresh;
    remembered.set(token, fresh);
    if (remembered.size > rememberedTokens) remembered.delete(remembered.keys().next().value as string);
    return fresh;
  };

  return async ({ authorization, channelId, serviceUrl }) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return { accepted: false, status: 401, reason: 'no bearer token' };
    try {
      const result = await verified(token);
      if (typeof result === 'string') return { accepted: false, status: 401, reason: result };
      const forbidden = forbiddenReason(result, channelId, serviceUrl, parts.allowsServiceUrl);
      if (forbidden !== null) return { accepted: false, status: 403, reason: forbidden };
      return { accepted: true, claims: result.claims, callerAppId: result.callerAppId };
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      return { accepted: false, status: 503, reason: 'signing keys unavailable', retryAfter: error.retryAfter };
    }
  };
}

interface VerifiedToken {
  readonly claims: JWTPayload;
  readonly endorsements: readonly string[] | null;
  readonly speaksFor: TrustedIssuer['speaksFor'];
  readonly callerAppId: string | null;
  /** Milliseconds. */
  readonly expiresAt: number;
}

async function verifyToken(token: string, parts: VerifierParts, nowMs: number): Promise<VerifiedToken | string> {
  const read = readUnverified(token);
  if (read === null) return 'not a JSON web token';
  const trusted = parts.issuers.find(({ issuer }) => issuer === read.issuer);
  if (!trusted) return 'unknown issuer';
  if (read.kid === undefined) return 'no key id';
  const signingKey = await trusted.keys.find(read.kid);
  if (signingKey === null) return 'unknown key';
  const claims = await jwtVerify(token, signingKey.key, {
    algorithms: ['RS256'],
    issuer: trusted.issuer,
    // Version 1 tokens of a tenant name the app by its address.
    audience: trusted.speaksFor === 'app' ? [parts.appId, `api://${parts.appId}`] : parts.appId,
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['exp'],
    currentDate: new Date(nowMs),
  }).then(
    ({ payload }) => payload,
    // Whatever a forged token trips over inside is its sender's fault.
    () => null,
  );
  if (claims === null) return 'not valid';
  const callerAppId = trusted.speaksFor === 'app' ? appIdOf(claims) : null;
  if (trusted.speaksFor === 'app' && (callerAppId === null || !trusted.apps.has(callerAppId))) return 'unknown app';
  return {
    claims,
    endorsements: signingKey.endorsements,
    speaksFor: trusted.speaksFor,
    callerAppId,
    expiresAt: ((claims.exp as number) + clockToleranceSeconds) * 1000,
  };
}

function readUnverified(token: string): { issuer: string | undefined; kid: string | undefined } | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    return { issuer: decodeJwt(token).iss, kid: typeof kid === 'string' ? kid : undefined };
  } catch {
    return null;
  }
}

/** Version 1 tokens name the calling app in `appid`, version 2 tokens in `azp`. */
function appIdOf(claims: JWTPayload): string | null {
  const id = claims.ver === '2.0' ? claims.azp : claims.appid;
  return typeof id === 'string' ? id.toLowerCase() : null;
}

function forbiddenReason(
  token: VerifiedToken,
  channelId: string,
  serviceUrl: string | undefined,
  allows: AllowsServiceUrl,
): string | null {
  if (serviceUrl === undefined) return 'no service URL';
  if (token.speaksFor === 'channel') {
    if (token.endorsements !== null && !token.endorsements.includes(channelId)) return 'key not endorsed for channel';
    const claimed = token.claims.serviceurl;
    if (typeof claimed !== 'string' || !sameServiceUrl(claimed, serviceUrl)) return 'service URL is not the token’s';
  }
  return allows(serviceUrl) ? null : 'service URL not allowed';
}
