import assert from 'node:assert/strict';
import type { Stage, StagePage } from './stage.ts';
import { box, launcher, lines, open, panel, replies, say, textOf } from './visitor.ts';

/** What axe-core cannot see: the keyboard, announcements, sizes, reflow and motion. */
export function keyboardAndScreen(stage: () => Stage): void {
  const focused = (page: StagePage) =>
    page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      return inside?.getAttribute('aria-label') ?? inside?.textContent ?? document.activeElement?.tagName;
    });
  const tabTo = async (page: StagePage, name: RegExp, key = 'Tab') => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press(key);
      if (name.test((await focused(page)) ?? '')) return;
    }
    assert.fail(`"${key}" does not reach ${name}`);
  };

  it('serves a whole visit by keyboard alone', async () => {
    const page = await stage().newPage();
    await page.goto(stage().bot);
    await launcher(page).waitFor();
    await tabTo(page, /^Ask a question$/);
    await page.keyboard.press('Enter');
    await replies(page).first().waitFor();
    assert.equal(
      await box(page).evaluate((element) => element.matches(':focus')),
      true,
      'the message box has the focus',
    );
    await page.keyboard.type("What is ICE's mission?");
    await page.keyboard.press('Enter');
    await replies(page).nth(1).waitFor();
    await tabTo(page, /^This helped$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, /What We Do, reviewed/, 'Shift+Tab');
    await tabTo(page, /^Report a crime$/);
    await page.keyboard.press('Enter');
    await replies(page).nth(2).waitFor();
    assert.equal(await box(page).evaluate((element) => element.matches(':focus')), true, 'focus after a chip');
    await tabTo(page, /^1-866-DHS-2-ICE/, 'Shift+Tab');
    await tabTo(page, /^Options$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Start over$/);
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'Options');
    assert.ok(await panel(page).isVisible(), 'Escape closes the options first');
    await page.keyboard.press('Escape');
    assert.equal(await panel(page).isVisible(), false);
    assert.equal(await focused(page), 'Ask a question');
  });

  it('holds the Tab key inside while it covers the whole screen, and not otherwise', async () => {
    const phone = await stage().newPage({ viewport: { width: 360, height: 640 } });
    await phone.goto(stage().bot);
    await open(phone);
    for (let presses = 0; presses < 25; presses++) {
      await phone.keyboard.press('Tab');
      assert.equal(await phone.evaluate(() => document.activeElement?.tagName), 'ANSWERLINE-CHAT');
    }
    const place = await panel(phone).boundingBox();
    assert.deepEqual(place, { x: 0, y: 0, width: 360, height: 640 });
  });

  it('speaks each reply once, and neither typing nor the visitor own words', async () => {
    const page = await stage().newPage();
    await page.goto(stage().bot);
    await launcher(page).click();
    await page.locator('answerline-chat [aria-live=polite]').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      const region = document.querySelector('answerline-chat')?.shadowRoot?.querySelector('[aria-live=polite]');
      if (!region) throw new Error('no live region');
      for (const child of region.children) spoken.push(child.textContent ?? '');
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) spoken.push(node.textContent ?? '');
      }).observe(region, { childList: true, characterData: true, subtree: true });
    });
    await replies(page).first().waitFor();
    await say(page, "What is ICE's mission?");
    await say(page, 'I want to report a crime');
    await page.waitForTimeout(300);
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    assert.equal(spoken.length, 3, spoken.join('\n---\n'));
    assert.match(spoken[1] ?? '', /mission is to protect America.*reviewed January 3, 2018/s);
    assert.match(spoken[2] ?? '', /911.*1-866-347-2423/s);
    assert.equal(await panel(page).getByRole('log').getAttribute('aria-live'), 'off');
  });

  it('has no target smaller than 24 by 24', async () => {
    const page = await stage().newPage({ viewport: { width: 360, height: 640 } });
    await page.goto(`${stage().bot}/chat`);
    await replies(page).first().waitFor();
    await say(page, "What is ICE's mission?");
    const reply = await say(page, 'I want to report a crime');
    await reply.locator('summary').first().click();
    await panel(page).locator('.help summary').click();
    await panel(page).locator('.menu-button').click();
    const small = await panel(page)
      .locator('button:visible, summary:visible, textarea:visible, a:visible')
      .evaluateAll((targets) =>
        targets
          .map((target) => ({ name: target.textContent, box: target.getBoundingClientRect() }))
          .filter(({ box: { width, height } }) => width < 24 || height < 24)
          .map(({ name, box: { width, height } }) => `${name}: ${width} x ${height}`),
      );
    assert.deepEqual(small, []);
  });

  for (const [what, viewport, size] of [
    ['320 pixels wide', { width: 320, height: 640 }, 16],
    ['320 by 256 (400 % zoom)', { width: 320, height: 256 }, 16],
    ['text of twice the size', { width: 1280, height: 800 }, 32],
    ['text of twice the size on a phone', { width: 360, height: 740 }, 32],
  ] as const) {
    it(`needs no sideways scrolling and cuts nothing off: ${what}`, async () => {
      const page = await stage().newPage({ viewport, reducedMotion: 'reduce' });
      const debugging = await page.context().newCDPSession(page);
      await debugging.send('Page.setFontSizes', { fontSizes: { standard: size } });
      await page.goto(stage().bot);
      await open(page);
      await say(page, "What is ICE's mission?");
      await say(page, 'I want to report a crime');
      const wide = await panel(page).evaluate((element) =>
        [element, ...element.querySelectorAll('*')]
          .filter((part) => !part.closest('.hidden') && part.getClientRects().length > 0)
          .filter(
            (part) => part.getBoundingClientRect().right > innerWidth + 1 || part.getBoundingClientRect().left < -1,
          )
          .map((part) => part.className || part.tagName),
      );
      assert.deepEqual(wide, []);
      const height = await panel(page)
        .getByRole('log')
        .evaluate((log) => log.clientHeight);
      assert.ok(height >= 80, `the log is ${height} high`);
      for (const part of ['Close', 'Send']) {
        const button = panel(page).getByRole('button', { name: part, exact: true });
        await button.scrollIntoViewIfNeeded();
        const place = await button.boundingBox();
        assert.ok(place && place.x >= 0 && place.x + place.width <= viewport.width + 1, `${part} is in view`);
        assert.ok(place.y >= 0 && place.y + place.height <= viewport.height + 1, `${part} is in view`);
      }
    });
  }

  it('stands still for those who want no motion', async () => {
    const page = await stage().newPage({ reducedMotion: 'reduce' });
    await page.goto(stage().bot);
    await open(page);
    await page.route('**/activities', () => {});
    await box(page).fill("What is ICE's mission?");
    await box(page).press('Enter');
    const dot = panel(page).locator('.working i').first();
    await dot.waitFor();
    assert.equal(await dot.evaluate((element) => getComputedStyle(element).animationName), 'none');
    assert.equal(await panel(page).locator('.working').getAttribute('aria-hidden'), 'true');
    assert.equal(await lines(page).count(), 2);
  });

  it('stays above an on-screen keyboard', async () => {
    const page = await stage().newPage({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    await page.goto(stage().bot);
    await launcher(page).tap();
    await replies(page).first().waitFor();
    assert.equal(await textOf(panel(page).getByRole('heading')), 'Ask a question');
    assert.equal(
      await box(page).evaluate((element) => element.matches(':focus')),
      false,
      'the keyboard does not come up by itself',
    );
    // A keyboard takes the lower half of what can be seen.
    await page.evaluate(() => {
      Object.defineProperty(window.visualViewport, 'height', { value: 320 });
      window.visualViewport?.dispatchEvent(new Event('resize'));
    });
    const place = await panel(page).boundingBox();
    assert.equal(place?.height, 320);
    const send = await panel(page).getByRole('button', { name: 'Send' }).boundingBox();
    assert.ok(send && send.y + send.height <= 320);
  });
}
