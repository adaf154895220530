/** Tells whether a `serviceUrl` may be called. */
export type AllowsServiceUrl = (serviceUrl: string) => boolean;

/**
 * An allow-list of hosts: https on the usual port and without credentials; plain http only on loopback, with any port.
 * @param hosts host names, `*.` in front for any subdomain; a loopback entry may name its port (`127.0.0.1:3979`)
 */
export function allowServiceUrls(hosts: readonly string[]): AllowsServiceUrl {
  const exact = new Set(hosts.filter((host) => !host.startsWith('*.')));
  const suffixes = hosts.filter((host) => host.startsWith('*.')).map((host) => host.slice(1));
  return (serviceUrl) => {
    const url = parse(serviceUrl);
    if (url === null || url.username !== '' || url.password !== '') return false;
    if (isLoopback(url.hostname)) return exact.has(url.host) || exact.has(url.hostname);
    if (url.protocol !== 'https:' || url.port !== '') return false;
    return exact.has(url.hostname) || suffixes.some((suffix) => url.hostname.endsWith(suffix));
  };
}

/** Hosts of a trial on this machine: the Emulator and the Agents Playground. */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export function isLoopback(hostname: string): boolean {
  return loopbackHosts.includes(hostname);
}

/** Two spellings of one address: channels are not agreed about the last slash. */
export function sameServiceUrl(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}

function parse(text: string): URL | null {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
}
