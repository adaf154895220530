import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { createLog } from '../src/server/log.ts';
import { launchBrowser } from '../test/e2e/browser.ts';
import { open, panel, say } from '../test/e2e/visitor.ts';

/** The README's pictures of the widget, taken from the running server: `npm run screenshots`. */
const folder = path.join(import.meta.dirname, '..', 'docs');
const desk: BrowserContextOptions = { viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
};

const pictures: readonly {
  readonly name: string;
  readonly look: BrowserContextOptions;
  readonly address: string;
  readonly says: readonly string[];
  /** Only the panel, or the whole page. */
  readonly whole: boolean;
}[] = [
  { name: 'widget-answer', look: desk, address: '/?lang=en', says: ["What is ICE's mission?"], whole: true },
  { name: 'widget-tip-line', look: desk, address: '/?lang=en', says: ['I want to report a crime'], whole: false },
  {
    name: 'widget-emergency',
    look: desk,
    address: '/?lang=en',
    says: ["there's a man with a gun outside"],
    whole: false,
  },
  {
    name: 'widget-dark',
    look: { ...desk, colorScheme: 'dark' },
    address: '/?lang=en',
    says: ["What is ICE's mission?"],
    whole: false,
  },
  { name: 'widget-phone-es', look: phone, address: '/?lang=es', says: ['quiero denunciar un delito'], whole: true },
];

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-screenshots-'));
const config = loadConfig({ PORT: '0', STORE: 'memory', DATA_DIR: dataDir });
const app = await startApp({ config, log: createLog('silent', () => {}) });
const browser = await launchBrowser();
try {
  await app.ready;
  await mkdir(folder, { recursive: true });
  for (const picture of pictures) await take(browser, picture);
} finally {
  await browser.close();
  await app.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function take(from: Browser, { name, look, address, says, whole }: (typeof pictures)[number]): Promise<void> {
  const context = await from.newContext(look);
  const page = await context.newPage();
  await page.goto(app.url + address);
  await open(page);
  for (const text of says) await say(page, text);
  await settled(page);
  const file = path.join(folder, `${name}.png`);
  await (whole ? page : panel(page)).screenshot({ path: file });
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
  await context.close();
}

/** Two frames without a change of what is scrolled to. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
