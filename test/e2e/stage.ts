import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type App, startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import { launchBrowser } from './browser.ts';
import { type HostSite, startHostSite } from './host-page.ts';

/** One real server and one real browser for all scenarios; every scenario gets a browser profile of its own. */
export interface Stage {
  /** Address of the bot. */
  readonly bot: string;
  readonly host: HostSite;
  /** A page in a fresh profile. `faults` collects what its console, its scripts and its content policy complain of. */
  newPage(options?: BrowserContextOptions): Promise<StagePage>;
  /** Ends every profile. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export type StagePage = Page & { readonly faults: string[] };

/** Settings that let a scenario reach the limit of messages, and no other one. */
const environment = { PORT: '0', STORE: 'memory', LOG_LEVEL: 'silent', RATE_LIMIT_ADDRESS: '100000' };

/** Sets everything up; where a part fails, the parts before it are taken down again, so that nothing keeps running. */
export async function setStage(): Promise<Stage> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-e2e-'));
  const host = await startHostSite();
  const config = loadConfig({ ...environment, DATA_DIR: dataDir, ALLOWED_ORIGINS: host.url });
  let app: App | null = null;
  try {
    app = await startApp({ config, log: createLog('silent', () => {}) });
    await app.ready;
    return stageOf(app, await launchBrowser(), host, dataDir);
  } catch (error) {
    await app?.stop();
    await host.close();
    throw error;
  }
}

function stageOf(app: App, browser: Browser, host: HostSite, dataDir: string): Stage {
  const reset = async () => {
    for (const context of browser.contexts()) await context.close();
  };
  return {
    bot: app.url,
    host,
    newPage: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      return Object.assign(page, { faults });
    },
    reset,
    close: async () => {
      await browser.close();
      await host.close();
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
