import { BlockList, isIP } from 'node:net';

/** Whose X-Forwarded-For is believed: so many proxies in front of us, or these addresses and ranges. */
export type TrustProxy = { readonly hops: number } | { readonly ranges: readonly string[] };

/** What is known of who stands in front of us. */
export interface ProxyTrust {
  /** The client's address, from the socket's and the header's. */
  clientAddress(socketAddress: string | undefined, forwardedFor: string | undefined): string;
  /** Whether the socket's other end is a proxy that we trust, so that its X-Forwarded-Proto and -Host count. */
  isProxy(socketAddress: string | undefined): boolean;
}

/**
 * Without a trusted proxy the socket's address counts and the header, which anybody can write, means nothing.
 * @throws RangeError naming a range that is none
 */
export function createProxyTrust(trust: TrustProxy): ProxyTrust {
  if ('hops' in trust) return hopTrust(trust.hops);
  const list = blockList(trust.ranges);
  const isProxy = (address: string) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
  return {
    isProxy: (socketAddress) => isProxy(plainAddress(socketAddress ?? '')),
    clientAddress: (socketAddress, forwardedFor) => {
      const chain = addressChain(socketAddress, forwardedFor);
      return chain.find((address) => !isProxy(address)) ?? chain.at(-1)!;
    },
  };
}

function hopTrust(hops: number): ProxyTrust {
  return {
    isProxy: () => hops > 0,
    clientAddress: (socketAddress, forwardedFor) => {
      if (hops === 0) return plainAddress(socketAddress ?? '');
      const chain = addressChain(socketAddress, forwardedFor);
      return chain[Math.min(hops, chain.length - 1)]!;
    },
  };
}

/** Nearest first: the socket's other end, then each proxy's word about who spoke to it, as far as they are addresses. */
function addressChain(socketAddress: string | undefined, forwardedFor: string | undefined): readonly string[] {
  const told = (forwardedFor ?? '')
    .split(',')
    .map((part) => plainAddress(part.trim()))
    .reverse();
  const end = told.findIndex((address) => isIP(address) === 0);
  return [plainAddress(socketAddress ?? ''), ...(end === -1 ? told : told.slice(0, end))];
}

/** Name under which an address is counted: a whole /64 of IPv6, which one client can have all of. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/** Brackets, ports, zones and IPv4-in-IPv6 clothing dropped. */
function plainAddress(address: string): string {
  const bare = address.replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  return mapped ?? bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const version = isIP(address);
    if (version === 0) throw new RangeError(`${range} is no address or CIDR range`);
    const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
    list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
