/** Whether a page of this origin may talk to us. */
export type AllowsOrigin = (origin: string | undefined, host: string | undefined) => boolean;

/**
 * Our own pages always may, and so may whoever sends no Origin (no browser page). Others must be on the list.
 * `ws://` and `wss://` forms count as the `http(s)://` origin of the same host, in the list and in the header.
 * @param allowed origins, or `*` for any
 */
export function createAllowsOrigin(allowed: readonly string[]): AllowsOrigin {
  const list = new Set(allowed.map(normalOrigin));
  return (origin, host) => {
    if (origin === undefined || list.has('*')) return true;
    const normal = normalOrigin(origin);
    // The scheme is left out of "our own": behind a proxy that ends TLS we cannot see it.
    return list.has(normal) || (host !== undefined && normal.replace(/^https?:\/\//, '') === host.toLowerCase());
  };
}

function normalOrigin(origin: string): string {
  const http = origin.toLowerCase().replace(/^ws(s?):\/\//, 'http$1://');
  // Default ports are left out by browsers; whoever writes them means the same.
  return http.replace(/^(https:.*):443$/, '$1').replace(/^(http:.*):80$/, '$1');
}

/** Headers that let a page of another origin read an answer. */
export function corsHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined) return { vary: 'origin' };
  return { vary: 'origin', 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' };
}

/** Answer to a preflight: Direct Line clients send a token, JSON and a header of their own. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-max-age': '600',
};
