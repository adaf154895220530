import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** The app every token of these tests is for. */
export const appId = '11111111-2222-4333-8444-555555555555';
export const issuer = 'https://api.botframework.com';

/** An OpenID provider on loopback that signs what it is told to. */
export interface OpenIdProvider {
  readonly metadataUrl: string;
  /** Times the key set was fetched. */
  readonly fetches: () => number;
  /** While set, every request gets 500. */
  readonly setDown: (down: boolean) => void;
  /** Signs with a key that is published (`known`) or not. */
  readonly sign: (claims: JWTPayload, key?: 'known' | 'forged', header?: Record<string, unknown>) => Promise<string>;
  /** Publishes a further key under another id; tokens signed from now on use it. */
  readonly rotate: (kid: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startOpenIdProvider(endorsements: readonly string[] = ['msteams']): Promise<OpenIdProvider> {
  const forged = await generateKeyPair('RS256');
  let current = { kid: 'key-1', ...(await generateKeyPair('RS256', { extractable: true })) };
  const published = [await publish(current)];
  let fetched = 0;
  let down = false;

  const server = createServer((request, response) => {
    // Not `writeHead(500).end()`: restify, once imported, makes `writeHead` return nothing.
    if (down) response.statusCode = 500;
    if (down) response.end();
    else if (request.url === '/metadata') response.end(JSON.stringify({ issuer, jwks_uri: `${base(server)}/keys` }));
    else {
      fetched += 1;
      response.end(JSON.stringify({ keys: published }));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  async function publish(key: { kid: string; publicKey: CryptoKey }) {
    return { ...(await exportJWK(key.publicKey)), kid: key.kid, endorsements };
  }

  return {
    metadataUrl: `${base(server)}/metadata`,
    fetches: () => fetched,
    setDown: (value) => {
      down = value;
    },
    sign: (claims, key = 'known', header = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: current.kid, ...header })
        .sign(key === 'known' ? current.privateKey : forged.privateKey),
    rotate: async (kid) => {
      current = { kid, ...(await generateKeyPair('RS256', { extractable: true })) };
      published.push(await publish(current));
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** Claims of a channel's good token. */
export function channelClaims(serviceUrl: string, more: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now - 300, iat: now, exp: now + 3600, ...more };
}

function base(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
