import assert from 'node:assert/strict';
import { agencyPage } from './host-page.ts';
import type { Stage } from './stage.ts';
import { launcher, open, panel, say, stored } from './visitor.ts';

/** Closing, and leaving in a hurry. */
export function leaving(stage: () => Stage): void {
  it('clears, closes and leaves for the neutral page with one press, and "back" does not lead here again', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    const start = host.serve('/start', '<!doctype html><title>Start</title>');
    const neutral = host.serve('/neutral', '<!doctype html><title>Weather</title>');
    await page.goto(start);
    await page.goto(host.serve('/watched', agencyPage(bot, `data-exit="${neutral}"`)));
    await open(page);
    await say(page, "What is ICE's mission?");
    const ended = page.waitForRequest((request) => (request.postData() ?? '').includes('endOfConversation'));
    await panel(page).getByRole('button', { name: 'Leave quickly' }).click();
    await page.waitForURL(neutral);
    await ended;
    assert.equal(await stored(page), '{}{}');
    await page.goBack();
    assert.equal(page.url(), start);
  });

  it('has no quick exit where the page names no neutral page', async () => {
    const page = await stage().newPage();
    await page.goto(stage().host.serve('/plain', agencyPage(stage().bot)));
    await open(page);
    assert.equal(await panel(page).getByRole('button', { name: 'Leave quickly' }).count(), 0);
  });

  it('closes with one press and with Escape, and gives the focus back', async () => {
    const page = await stage().newPage();
    await page.goto(stage().host.serve('/close', agencyPage(stage().bot)));
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
    await open(page);
    await panel(page).getByRole('button', { name: 'Close' }).click();
    assert.equal(await panel(page).isVisible(), false);
    assert.equal(await focused(), 'launcher');
    await launcher(page).press('Enter');
    await page.keyboard.press('Escape');
    assert.equal(await panel(page).isVisible(), false);
    assert.equal(await focused(), 'launcher');
  });
}
