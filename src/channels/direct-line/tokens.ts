import { createHash, randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** What a token says: it opens one conversation, for one user whose id this server made. */
export interface TokenClaims {
  readonly conversationId: string;
  /** Begins with `dl_`. */
  readonly userId: string;
  /** `client`: the Authorization header. `stream`: the query of one WebSocket address. */
  readonly use: 'client' | 'stream';
  /** Language hint given at the start. */
  readonly locale?: string;
  /** The conversation was started with it: without a log it is over. */
  readonly started?: true;
  /** It was started while the store was away: its log may still have to be made. */
  readonly unlogged?: true;
}

export type TokenVerdict = { readonly claims: TokenClaims } | { readonly fault: 'invalid' | 'expired' };

/** Signs and checks tokens. */
export interface Tokens {
  /** Lifetime of `client` tokens, seconds. */
  readonly lifetime: number;
  issue(claims: TokenClaims): Promise<string>;
  verify(token: string): Promise<TokenVerdict>;
}

/** Time within which a WebSocket must be opened after its address was given, seconds. */
const streamLifetime = 120;

const audience = 'answerline-direct-line';

const payloadSchema = z.object({
  conv: z.string().min(1),
  user: z.string().startsWith('dl_'),
  use: z.enum(['client', 'stream']),
  locale: z.string().optional(),
  started: z.literal(true).optional(),
  unlogged: z.literal(true).optional(),
});

/**
 * HMAC-SHA-256 tokens; the claims `conv` and `user` are named as in Azure's, because clients read `user`.
 * @param keys the first one signs, all of them verify: put a new key first to rotate
 * @param lifetime of a client token, seconds
 */
export function createTokens(keys: readonly string[], lifetime: number): Tokens {
  const byId = new Map(keys.map((key) => [keyId(key), new TextEncoder().encode(key)]));
  const [signingId, signingKey] = [...byId][0] ?? [];
  if (!signingId || !signingKey) throw new RangeError('at least one signing key is needed');

  return {
    lifetime,
    issue: ({ conversationId, userId, ...claims }) =>
      new SignJWT({ conv: conversationId, user: userId, ...claims })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: signingId })
        .setIssuedAt()
        .setAudience(audience)
        .setExpirationTime(`${claims.use === 'stream' ? streamLifetime : lifetime}s`)
        .sign(signingKey),
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => byId.get(String(kid)) ?? signingKey, {
          algorithms: ['HS256'],
          audience,
          requiredClaims: ['exp'],
        });
        const { conv, user, use, locale, started, unlogged } = payloadSchema.parse(payload);
        return {
          claims: {
            conversationId: conv,
            userId: user,
            use,
            ...(locale && { locale }),
            ...(started && { started }),
            ...(unlogged && { unlogged }),
          },
        };
      } catch (error) {
        return { fault: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
      }
    },
  };
}

/** Ids that cannot be guessed: 128 random bits. */
export function newConversationId(): string {
  return randomBytes(16).toString('base64url');
}

/** The prefix marks an id that only the server can make. */
export function newUserId(): string {
  return `dl_${randomBytes(16).toString('base64url')}`;
}

/** Names a key without telling it. */
function keyId(key: string): string {
  return createHash('sha256').update(`kid:${key}`).digest('hex').slice(0, 12);
}
