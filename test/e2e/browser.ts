import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/**
 * Starts a Chromium: the one of `CHROMIUM_PATH`, else the system's, else the one that `@sparticuz/chromium` carries in its
 * package, so that the tests need nothing installed beside npm's packages.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const executablePath = installed.find((path) => path && existsSync(path));
  const options = executablePath ? { executablePath, args: ['--no-sandbox'] } : await carried();
  return chromium.launch({ ...options, headless: true });
}

async function carried(): Promise<LaunchOptions> {
  // Before the import: it then unpacks its own NSS libraries too.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: carrier } = await import('@sparticuz/chromium');
  // Not its own arguments: one process for everything dies with the first profile, and theirs switch web security off.
  return { executablePath: await carrier.executablePath(), args: ['--no-sandbox', '--no-zygote'] };
}
