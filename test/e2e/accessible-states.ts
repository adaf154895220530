import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import type { Stage, StagePage } from './stage.ts';
import { box, launcher, open, panel, say } from './visitor.ts';

const asked = {
  en: {
    question: "What is ICE's mission?",
    unknown: 'how many people work for ICE',
    report: 'I want to report a crime',
    gun: "there's a man with a gun outside",
  },
  es: {
    question: '¿Cuál es la misión de ICE?',
    unknown: 'cuántas personas trabajan en ICE',
    report: 'quiero denunciar un delito',
    gun: 'hay un hombre con una pistola afuera',
  },
} as const;

/** How a visitor may look at each state. */
const looks: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['light', (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })],
  ['dark', (page) => page.emulateMedia({ colorScheme: 'dark' })],
  ['forced colours', (page) => page.emulateMedia({ forcedColors: 'active' })],
  ['a narrow screen', (page) => page.setViewportSize({ width: 360, height: 640 })],
];

/** axe-core with every WCAG 2.2 A and AA rule, in every state that the widget can be in. */
export function accessibleStates(stage: () => Stage): void {
  for (const lang of ['en', 'es'] as const) {
    it(`has no violation in any state, in light, dark and forced colours and on a narrow screen: ${lang}`, async function () {
      this.timeout(180_000);
      const page = await stage().newPage();
      await page.goto(`${stage().bot}/?lang=${lang}`);
      await walk(page, lang);
    });
  }

  async function walk(page: StagePage, lang: 'en' | 'es'): Promise<void> {
    const found: string[] = [];
    const check = async (state: string) => {
      for (const [look, take] of looks) {
        await take(page);
        for (const violation of await violations(page, look !== 'light')) found.push(`${state}, ${look}: ${violation}`);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await looks[0]?.[1](page);
    };
    const words = asked[lang];
    await launcher(page).waitFor();
    await check('closed');
    await open(page);
    await check('open');
    await say(page, words.question);
    await panel(page).locator('.under button').first().click();
    await check('answer, rated');
    await say(page, words.unknown);
    await check('unknown');
    const card = await say(page, words.report);
    await card.locator('summary').first().click();
    await check('tip line');
    await say(page, words.gun);
    await check('emergency');
    await panel(page).locator('.menu-button').click();
    await panel(page).locator('.menu button').first().click();
    await check('options, times');
    await page.keyboard.press('Escape');
    await panel(page).locator('.help summary').click();
    await check('contacts');
    await page.context().setOffline(true);
    await box(page).fill(words.question);
    await box(page).press('Enter');
    await panel(page).locator('.notice').waitFor();
    await check('offline');
    await page.route('**/v3/directline/**', (route) => route.abort());
    await page.context().setOffline(false);
    await panel(page).locator('.notice').waitFor();
    await check('fault');
    await page.evaluate(() => document.querySelector('answerline-chat')?.setAttribute('data-theme', 'light'));
    await check('theme set by the page');
    assert.deepEqual(found, []);
  }
}
