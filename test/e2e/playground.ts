import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';

/** Microsoft's stand-in for the Teams client, on loopback, talking to a bot as Teams does. */
export interface Playground {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it beside a bot. Nothing leaves this machine: telemetry and the browser it would open are off. */
export async function startPlayground(messagesUrl: string): Promise<Playground> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'answerline-playground-'));
  const packageFile = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
  const cli = path.join(path.dirname(packageFile), 'cli.js');
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      cli,
      'start',
      '--app-endpoint',
      messagesUrl,
      '--channel-id',
      'msteams',
      '--port',
      `${port}`,
      '--disable-telemetry',
    ],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        TEAMSAPPTESTER_BROWSER: 'none',
        SEND_INSTALLATION_ACTIVITY: 'true',
        M365_AGENTS_PLAYGROUND_LOGFILE: path.join(folder, 'playground.log'),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) if (/Listening on/.test(line)) break;
  child.stdout.resume();
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The client's page; what it would load from elsewhere (fonts) is refused. */
export async function openPlayground(browser: Browser, { url }: Playground): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const loopback = (address: string) => ['127.0.0.1', 'localhost'].includes(new URL(address).hostname);
  await page.route('**/*', (route) => (loopback(route.request().url()) ? route.continue() : route.abort()));
  // Version 0.2.28 freezes the cards it keeps and then writes into their buttons' data: pressing one with `messageBack` throws.
  await page.addInitScript('Object.freeze = (value) => value');
  await page.goto(url, { timeout: 60_000 });
  return page;
}

export async function sayInPlayground(page: Page, text: string): Promise<void> {
  await page.locator('[role=textbox][contenteditable=true]').first().click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Presses a thumb under the last message, sends the form that opens, and closes the thanks. */
export async function rateInPlayground(page: Page, thumb: 'Like' | 'Dislike'): Promise<void> {
  await page.getByRole('button', { name: thumb, exact: true }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The playground takes a number, so one that is free now is looked up. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
