import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type App, startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import { launchBrowser } from './browser.ts';
import { openPlayground, type Playground, rateInPlayground, sayInPlayground, startPlayground } from './playground.ts';

/** One conversation from beginning to end: each step goes on from the one before. */
describe('a conversation in the Agents Playground', function () {
  this.timeout(180_000);
  let dataDir: string;
  let app: App;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  before(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-teams-'));
    const config = loadConfig({ PORT: '0', STORE: 'memory', LOG_LEVEL: 'silent', DATA_DIR: dataDir });
    app = await startApp({ config, log: createLog('silent', () => {}) });
    await app.ready;
    playground = await startPlayground(`${app.url}/api/messages`);
    browser = await launchBrowser();
    page = await openPlayground(browser, playground);
  });
  after(async () => {
    await browser?.close();
    await playground?.close();
    await app?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const shows = async (text: string | RegExp) => page.getByText(text).last().waitFor();
  const thumbs = async () => Number(/answerline_ratings_total\{[^}]*up[^}]*\} (\d+)/.exec(await metrics())?.[1] ?? 0);
  const metrics = async () => (await fetch(`${app.url}/metrics`)).text();

  it('begins with one welcome', async () => {
    await shows(/automated assistant/);
    await shows(/In danger now\? Call 911/);
    assert.equal(await page.getByText(/automated assistant/).count(), 1);
  });

  it('answers the welcome’s example from its button, with the page’s words and source', async () => {
    await page.getByRole('button', { name: "What is ICE's mission?" }).click();
    await shows(/An automated answer, in the page's own words/);
    const source = page.getByRole('link', { name: /What We Do, reviewed January 3, 2018/ }).last();
    assert.match((await source.getAttribute('href')) ?? '', /^https:\/\/webharvest\.gov\/.*#:~:text=/);
  });

  it('answers a typed question and goes on from its follow-up button', async () => {
    await sayInPlayground(page, 'what does ICE do about human trafficking?');
    await shows(/People are smuggled and trafficked/);
    const answers = page.getByText(/An automated answer/);
    const before = await answers.count();
    await page.getByRole('button', { name: 'More from this section' }).last().click();
    await answers.nth(before).waitFor();
  });

  it('takes a thumb', async () => {
    const before = await thumbs();
    await rateInPlayground(page, 'Like');
    for (let tries = 0; (await thumbs()) === before && tries < 50; tries++) await page.waitForTimeout(100);
    assert.equal(await thumbs(), before + 1);
  });

  it('gives the tip line to call at once to who wants to report', async () => {
    await page.getByRole('button', { name: 'Report a crime' }).last().click();
    await shows(/If anyone is in danger right now, call 911/);
    await shows(/1-866-DHS-2-ICE \(1-866-347-2423\)/);
    for (const name of ['Call 1-866-347-2423', 'Call 1-866-347-2423 with Teams']) {
      await page.locator(`[aria-label="${name}"], [title="${name}"]`).last().waitFor();
    }
    await shows(/This chat is kept by Teams/);
  });

  it('puts 911 first in danger', async () => {
    await sayInPlayground(page, "there's a man with a gun outside");
    await shows(/Call 911 now/);
  });
});
