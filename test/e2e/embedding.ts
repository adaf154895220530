import assert from 'node:assert/strict';
import { agencyPage, policyWith } from './host-page.ts';
import type { Stage } from './stage.ts';
import { box, launcher, open, panel, replies, say, textOf } from './visitor.ts';

/** One line on any page: what it loads, what it leaves alone, and what a page can tell it. */
export function embedding(stage: () => Stage): void {
  it('works on another origin under the strict policy, without one complaint', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`violated: ${event.violatedDirective}`),
      );
    });
    await page.goto(host.serve('/strict', agencyPage(bot), policyWith(bot)));
    await open(page);
    await say(page, 'I want to report a crime');
    assert.deepEqual(page.faults, []);
  });

  it('works on the demo page, whose policy is exactly the promised one', async () => {
    const page = await stage().newPage();
    const response = await page.goto(stage().bot);
    assert.equal(
      response?.headers()['content-security-policy'],
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'",
    );
    await open(page);
    await say(page, "What is ICE's mission?");
    assert.deepEqual(page.faults, []);
  });

  it('loads the panel when first opened, nothing before, and nothing from a third party', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(host.serve('/lazy', agencyPage(bot)));
    await launcher(page).waitFor();
    const beforeOpening = asked.filter((url) => url.startsWith(bot));
    assert.deepEqual(beforeOpening, [`${bot}/widget.js`]);
    await open(page);
    assert.equal(asked.filter((url) => /\/widget\/panel-/.test(url)).length, 1);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(bot) && !url.startsWith(host.url)),
      [],
    );
  });

  it('never opens by itself', async () => {
    const page = await stage().newPage();
    await page.goto(stage().host.serve('/quiet', agencyPage(stage().bot)));
    await launcher(page).waitFor();
    await page.waitForTimeout(300);
    assert.equal(await panel(page).count(), 0);
    assert.equal(await launcher(page).getAttribute('aria-expanded'), 'false');
  });

  it('is one widget though the script is there twice', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    await page.goto(host.serve('/twice', agencyPage(bot, '', `<script async src="${bot}/widget.js"></script>`)));
    await launcher(page).waitFor();
    await page.waitForLoadState('load');
    assert.equal(await page.locator('answerline-chat').count(), 1);
    assert.deepEqual(page.faults, []);
  });

  it('takes the place that the page gives it, and adds no button then', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    await page.goto(
      host.serve('/inline', agencyPage(bot, '', '<answerline-chat data-title="Fragen"></answerline-chat>')),
    );
    await replies(page).first().waitFor();
    assert.equal(await page.locator('answerline-chat').count(), 1);
    assert.equal(await launcher(page).isVisible(), false);
    assert.equal(await textOf(panel(page).getByRole('heading')), 'Fragen');
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
  });

  it('does what its attributes say', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    const attributes =
      'data-title="Ask us" data-label="Help" data-greeting="Good day." data-position="left" data-accent="#ffe600" data-privacy="/privacy" data-theme="dark"';
    await page.goto(host.serve('/attributes', agencyPage(bot, attributes)));
    assert.equal(await textOf(launcher(page)), 'Help');
    const place = await launcher(page).boundingBox();
    assert.ok(place && place.x < 100, 'on the left');
    await open(page);
    assert.equal(await textOf(panel(page).getByRole('heading')), 'Ask us');
    assert.ok(await panel(page).getByText('Good day.').isVisible());
    const header = await panel(page)
      .locator('.header')
      .evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]);
    assert.deepEqual(header, ['rgb(255, 230, 0)', 'rgb(0, 0, 0)']);
    assert.equal(await panel(page).evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(23, 27, 34)');
    await panel(page).getByRole('button', { name: 'Options' }).click();
    const privacy = panel(page).getByRole('link', { name: /Privacy/ });
    assert.deepEqual(
      [await privacy.evaluate((link: HTMLAnchorElement) => link.href), await privacy.getAttribute('rel')],
      [`${host.url}/privacy`, 'noopener noreferrer'],
    );
  });

  it('takes no script as an address', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    await page.goto(
      host.serve('/unsafe', agencyPage(bot, 'data-privacy="javascript:alert(1)" data-exit="javascript:alert(1)"')),
    );
    await open(page);
    await panel(page).getByRole('button', { name: 'Options' }).click();
    assert.equal(await panel(page).locator('.menu a, .leave').count(), 0);
  });

  it("neither takes the page's style nor gives it any", async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    const style =
      '<style>* { color: red !important; font-size: 40px !important } html { font-size: 62.5% } button, p { display: none !important }</style><p id="mine">Mine</p>';
    await page.goto(host.serve('/loud', agencyPage(bot, '', style)));
    await open(page);
    const [color, size] = await replies(page)
      .first()
      .locator('p')
      .first()
      .evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).fontSize]);
    assert.deepEqual([color, size], ['rgb(27, 27, 27)', '16px']);
    assert.equal(await page.locator('#mine').evaluate((element) => getComputedStyle(element).color), 'rgb(255, 0, 0)');
  });

  it('has a small interface for scripts: open, close, ask, on', async () => {
    const { bot, host } = stage();
    const page = await stage().newPage();
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      document.addEventListener('answerline-ready', () => heard.push('ready'));
    });
    await page.goto(host.serve('/api', agencyPage(bot)));
    await launcher(page).waitFor();
    await page.evaluate(() => {
      const { heard } = window as unknown as { heard: string[] };
      for (const name of ['open', 'close', 'reply'] as const) {
        window.Answerline?.on(name, (detail) => heard.push(`${name} ${JSON.stringify(detail)}`));
      }
      window.Answerline?.ask('I want to report a crime');
    });
    await replies(page).nth(1).waitFor();
    await page.evaluate(() => window.Answerline?.close());
    assert.equal(await box(page).isVisible(), false);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    assert.deepEqual(heard.slice(0, 2), ['ready', 'open {}']);
    assert.ok(heard.includes('reply {"kind":"handoff"}'), heard.join());
    assert.equal(heard.at(-1), 'close {}');
    assert.ok(!heard.join().includes('report a crime'), 'what is said is not told to the page');
  });

  it('leaves the fallback alone without JavaScript, and in a browser that is too old', async () => {
    const { bot, host } = stage();
    const url = host.serve('/old', agencyPage(bot));
    const off = await stage().newPage({ javaScriptEnabled: false });
    await off.goto(url);
    assert.ok(await off.getByRole('link', { name: 'Call 911' }).isVisible());

    const old = await stage().newPage();
    await old.addInitScript(() => {
      Reflect.deleteProperty(Element.prototype, 'attachShadow');
    });
    await old.goto(url);
    await old.waitForLoadState('load');
    assert.ok(await old.getByRole('link', { name: '1-866-347-2423' }).isVisible());
    assert.deepEqual(old.faults, []);

    const blocked = await stage().newPage();
    await blocked.route('**/widget.js', (route) => route.abort());
    await blocked.goto(url);
    assert.ok(await blocked.getByRole('link', { name: 'Call 911' }).isVisible());

    const today = await stage().newPage();
    await today.goto(url);
    await launcher(today).waitFor();
    assert.equal(await today.getByRole('link', { name: 'Call 911' }).isVisible(), false);
  });

  it('says on its own pages, without JavaScript, whom to call', async () => {
    for (const path of ['/', '/chat']) {
      const page = await stage().newPage({ javaScriptEnabled: false });
      await page.goto(stage().bot + path);
      assert.ok(await page.getByRole('link', { name: '911' }).isVisible());
      assert.ok(await page.getByRole('link', { name: /1-866-347-2423/ }).isVisible());
    }
  });
}
