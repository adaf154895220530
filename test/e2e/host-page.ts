import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web site of another origin than the bot's, that embeds its widget. */
export interface HostSite {
  readonly url: string;
  /** Serves a page under a path; `policy` is its Content-Security-Policy. */
  serve(path: string, html: string, policy?: string): string;
  close(): Promise<void>;
}

export async function startHostSite(): Promise<HostSite> {
  const pages = new Map<string, { readonly html: string; readonly policy: string | undefined }>();
  const server = createServer((request, response) => {
    const page = pages.get((request.url ?? '').split('?')[0] ?? '');
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...(page?.policy ? { 'content-security-policy': page.policy } : {}),
    });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Another host name than the bot's 127.0.0.1, so that it is another site, not only another port.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    serve: (path, html, policy) => {
      pages.set(path, { html, policy });
      return url + path;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The policy of the demo page, with the bot's origin beside the page's own: what an agency would send. */
export function policyWith(bot: string): string {
  const socket = bot.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src 'self' ${bot}`,
    "style-src 'self'",
    `connect-src 'self' ${bot} ${socket}`,
    "trusted-types 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** A page of an agency, as the README shows it. */
export function agencyPage(bot: string, attributes = '', body = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Agency</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>
<main><h1>Agency</h1><p>Some text.</p>
<p data-answerline-fallback>In danger? <a href="tel:911">Call 911</a>. To report a crime, call <a href="tel:+18663472423">1-866-347-2423</a>.</p>
${body}</main>
<script async src="${bot}/widget.js" ${attributes}></script></body></html>`;
}
