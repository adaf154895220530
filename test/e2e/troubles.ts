import assert from 'node:assert/strict';
import type { Request } from 'playwright-core';
import { agencyPage } from './host-page.ts';
import type { Stage, StagePage } from './stage.ts';
import { box, launcher, lines, open, panel, replies, say, textOf } from './visitor.ts';

/** What a visitor sees and loses (nothing) when the server, the network or the socket fails. */
export function troubles(stage: () => Stage): void {
  async function arrived(): Promise<StagePage> {
    const page = await stage().newPage();
    await page.goto(stage().host.serve('/troubles', agencyPage(stage().bot)));
    return page;
  }

  async function begun(): Promise<StagePage> {
    const page = await arrived();
    await open(page);
    return page;
  }

  const isMessage = (request: Request) => request.method() === 'POST' && /\/activities$/.test(request.url());
  const keyOf = (request: Request): string => request.postDataJSON().channelData.clientActivityID;
  const notice = (page: StagePage) => panel(page).locator('.notice');

  async function givesNumbers(page: StagePage): Promise<void> {
    const text = await textOf(notice(page));
    assert.match(text, /911/);
    assert.match(text, /1-866-347-2423/);
  }

  it('holds messages while offline, says so, and sends each once on return', async () => {
    const page = await begun();
    const sent: Request[] = [];
    page.on('request', (request) => isMessage(request) && sent.push(request));
    await page.context().setOffline(true);
    for (const text of ["What is ICE's mission?", 'I want to report a crime']) {
      await box(page).fill(text);
      await box(page).press('Enter');
    }
    await notice(page).getByText('You are offline').waitFor();
    await givesNumbers(page);
    assert.equal(await panel(page).getByText('Not sent yet').count(), 2);
    assert.equal(sent.length, 0);
    await page.context().setOffline(false);
    await replies(page).nth(2).waitFor();
    assert.equal(await lines(page).count(), 5);
    assert.equal(new Set(sent.map(keyOf)).size, 2);
    assert.equal(sent.length, 2);
    assert.equal(await notice(page).count(), 0);
  });

  it('says in words that the server has a fault, tries again under the same name, and is answered once', async () => {
    const page = await begun();
    const keys: string[] = [];
    await page.route('**/activities', async (route) => {
      keys.push(keyOf(route.request()));
      if (keys.length <= 2)
        await route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' }, body: '{}' });
      else await route.continue();
    });
    await box(page).fill("What is ICE's mission?");
    await box(page).press('Enter');
    await notice(page).getByText('has a fault').waitFor();
    await givesNumbers(page);
    await replies(page).nth(1).waitFor();
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
    assert.equal(await lines(page).count(), 3);
    assert.equal(await notice(page).count(), 0);
  });

  it('is answered once though the answer to its request was lost and it was sent again', async () => {
    const page = await begun();
    let tries = 0;
    await page.routeWebSocket(/stream/, (socket) => socket.close());
    await page.reload();
    await open(page);
    await page.route('**/activities', async (route) => {
      tries++;
      if (tries > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await say(page, "What is ICE's mission?");
    await page.waitForTimeout(2500);
    assert.equal(await lines(page).count(), 3);
  });

  it('keeps to the limit of messages that the server sets, and says when it will go on', async () => {
    const page = await begun();
    await page.evaluate(() => {
      for (let count = 0; count < 32; count++) window.Answerline?.ask("What is ICE's mission?");
    });
    await notice(page)
      .getByText(/very busy.*in about \d+ seconds/)
      .waitFor({ timeout: 20_000 });
    await givesNumbers(page);
    assert.ok((await panel(page).getByText('Not sent yet').count()) >= 1);
    assert.equal(await panel(page).locator('.failed').count(), 0);
  });

  it('marks a message as failed after about a minute of trying, and sends it when asked to', async () => {
    const page = await arrived();
    await page.clock.install();
    await open(page);
    await page.route('**/v3/directline/**', (route) => route.abort());
    await box(page).fill("What is ICE's mission?");
    await box(page).press('Enter');
    await notice(page).getByText('cannot be reached').waitFor();
    const again = panel(page).getByRole('button', { name: 'Try again' });
    for (let round = 0; round < 12 && !(await again.isVisible()); round++) await page.clock.runFor(31_000);
    assert.match(await textOf(panel(page).locator('.failed')), /Not sent/);
    await page.unroute('**/v3/directline/**');
    await again.click();
    await replies(page).nth(1).waitFor();
    assert.equal(await panel(page).locator('.failed').count(), 0);
  });

  it('says that it takes longer when a reply is slow', async () => {
    const page = await arrived();
    await page.clock.install();
    await open(page);
    const held = Promise.withResolvers<void>();
    await page.route('**/activities', async (route) => {
      await held.promise;
      await route.continue();
    });
    await box(page).fill("What is ICE's mission?");
    await box(page).press('Enter');
    await page.clock.runFor(9000);
    await notice(page).getByText('longer than usual').waitFor();
    held.resolve();
    await replies(page).nth(1).waitFor();
    assert.equal(await notice(page).count(), 0);
  });

  it('shows the numbers when the panel itself cannot be loaded, and loads it when asked again', async () => {
    const page = await arrived();
    await page.route('**/widget/panel-*', (route) => route.abort());
    await launcher(page).click();
    const card = page.locator('answerline-chat').getByRole('alert');
    await card.waitFor();
    const text = await textOf(card);
    assert.match(text, /911/);
    assert.match(text, /1-866-347-2423/);
    await page.unroute('**/widget/panel-*');
    await card.getByRole('button', { name: 'Try again' }).click();
    await replies(page).first().waitFor();
  });

  it('says that the server is gone when it is first opened, and begins when it is back', async () => {
    const page = await arrived();
    await page.route('**/v3/directline/**', (route) => route.abort());
    await launcher(page).click();
    await notice(page).getByText('cannot be reached').waitFor();
    await givesNumbers(page);
    await page.unroute('**/v3/directline/**');
    await replies(page).first().waitFor();
    assert.equal(await notice(page).count(), 0);
  });

  it('polls where no socket can be had', async () => {
    const page = await arrived();
    await page.routeWebSocket(/stream/, (socket) => socket.close());
    await open(page);
    await say(page, "What is ICE's mission?");
    assert.equal(await lines(page).count(), 3);
  });

  it('misses nothing when the socket is cut in the middle', async () => {
    const page = await arrived();
    let sockets = 0;
    await page.routeWebSocket(/stream/, (socket) => {
      sockets++;
      const server = socket.connectToServer();
      if (sockets > 1) return;
      let frames = 0;
      server.onMessage((frame) => {
        // The welcome passes; the next frame is lost with the connection.
        if (frames++ === 0) socket.send(frame);
        else socket.close();
      });
    });
    await open(page);
    await say(page, "What is ICE's mission?");
    assert.equal(await lines(page).count(), 3);
    assert.ok(sockets >= 2);
  });

  it('renews its token every quarter of an hour', async () => {
    const page = await arrived();
    await page.clock.install();
    await open(page);
    const renewed = page.waitForResponse((response) => response.url().endsWith('/tokens/refresh'));
    await page.clock.fastForward(16 * 60_000);
    assert.equal((await renewed).status(), 200);
    await say(page, "What is ICE's mission?");
  });
}
