import type { ChannelRequest, ChannelResponse } from '../channel-http.ts';
import { errorResponse } from './errors.ts';
import type { TokenClaims, Tokens } from './tokens.ts';

export type Access = { readonly claims: TokenClaims } | { readonly refusal: ChannelResponse };

/** What the request's bearer token opens: 401 without one that we signed, 403 with one that has expired. */
export async function bearerAccess(request: ChannelRequest, tokens: Tokens): Promise<Access> {
  const token = /^Bearer +([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) return { refusal: errorResponse('Unauthorized', { 'www-authenticate': 'Bearer' }) };
  return tokenAccess(token, 'client', tokens);
}

/** The same for a conversation's own routes: 403 where the token is another conversation's. */
export async function conversationAccess(request: ChannelRequest, tokens: Tokens): Promise<Access> {
  const access = await bearerAccess(request, tokens);
  if ('refusal' in access || access.claims.conversationId === request.params.conversationId) return access;
  return { refusal: errorResponse('Forbidden') };
}

/** The token of a stream's address, for the conversation in its path. */
export async function streamAccess(token: string, conversationId: string, tokens: Tokens): Promise<Access> {
  const access = await tokenAccess(token, 'stream', tokens);
  if ('refusal' in access || access.claims.conversationId === conversationId) return access;
  return { refusal: errorResponse('Forbidden') };
}

async function tokenAccess(token: string, use: TokenClaims['use'], tokens: Tokens): Promise<Access> {
  const verdict = await tokens.verify(token);
  if ('fault' in verdict) {
    return { refusal: errorResponse(verdict.fault === 'expired' ? 'TokenExpired' : 'Unauthorized') };
  }
  return verdict.claims.use === use ? verdict : { refusal: errorResponse('Unauthorized') };
}
