import type { IncomingMessage } from 'node:http';
import type { ProxyTrust } from './client-address.ts';

/** Address under which the client reached us, without a trailing slash, and whether it came by HTTPS. */
export interface BaseUrl {
  of(request: IncomingMessage): string;
  isSecure(request: IncomingMessage): boolean;
}

/** A host and port, and nothing that could be markup or a path. */
const hostForm = /^[\w.-]+(:\d{1,5})?$|^\[[\da-fA-F:.]+\](:\d{1,5})?$/;

/** @param publicUrl where it is configured it is the answer; else what the request says, through trusted proxies */
export function createBaseUrl(publicUrl: string | null, basePath: string, proxy: ProxyTrust): BaseUrl {
  const isSecure = (request: IncomingMessage) => {
    if (publicUrl !== null) return publicUrl.startsWith('https:');
    return proxy.isProxy(request.socket.remoteAddress) && lastOf(request.headers['x-forwarded-proto']) === 'https';
  };
  return {
    isSecure,
    of: (request) => {
      if (publicUrl !== null) return publicUrl;
      const forwarded = proxy.isProxy(request.socket.remoteAddress) ? lastOf(request.headers['x-forwarded-host']) : '';
      const host = [forwarded, request.headers.host ?? ''].find((name) => hostForm.test(name)) ?? 'localhost';
      return `${isSecure(request) ? 'https' : 'http'}://${host}${basePath}`;
    },
  };
}

/** What the nearest proxy wrote. */
function lastOf(header: string | string[] | undefined): string {
  return (
    String(header ?? '')
      .split(',')
      .at(-1)
      ?.trim()
      .toLowerCase() ?? ''
  );
}
