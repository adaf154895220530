import assert from 'node:assert/strict';
import { agencyPage } from './host-page.ts';
import type { Stage, StagePage } from './stage.ts';
import { box, launcher, lines, open, panel, replies, say, stored, textOf } from './visitor.ts';

/** What lasts from page to page, what does not, and what is kept nowhere. */
export function remembering(stage: () => Stage): void {
  async function begun(path = '/one', attributes = ''): Promise<StagePage> {
    const page = await stage().newPage();
    await page.goto(stage().host.serve(path, agencyPage(stage().bot, attributes)));
    await open(page);
    return page;
  }

  it('goes on with the conversation after a reload and on another page of the site, with one welcome', async () => {
    const page = await begun();
    await say(page, "What is ICE's mission?");
    const before = await lines(page).allInnerTexts();
    await page.goto(stage().host.serve('/two', agencyPage(stage().bot)));
    assert.equal(await panel(page).count(), 0, 'it does not open by itself');
    await open(page);
    assert.deepEqual(await lines(page).allInnerTexts(), before);
    await say(page, 'I want to report a crime');
    assert.equal(await panel(page).getByText("I'm an automated assistant").count(), 1);
  });

  it('gets what was said while it was away', async () => {
    const page = await begun();
    // The message is sent, and the page left before the reply can come.
    // Listened for before it is sent: the response may be there before the next line of the test is.
    const taken = page.waitForResponse(
      (response) => response.url().endsWith('/activities') && response.request().method() === 'POST',
    );
    await page.evaluate(() => window.Answerline?.ask("What is ICE's mission?"));
    await taken;
    await page.reload();
    await open(page);
    await replies(page).nth(1).waitFor();
    const texts = await lines(page).allInnerTexts();
    assert.equal(texts.filter((text) => text.includes("What is ICE's mission")).length, 1);
    assert.equal(texts.length, 3);
  });

  it('stores no word of a report or an emergency anywhere in the browser, at no moment', async () => {
    const page = await stage().newPage();
    await page.addInitScript(() => {
      const written: string[] = [];
      Object.assign(window, { written });
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (name: string, value: string) {
        written.push(name, value);
        set.call(this, name, value);
      };
    });
    await page.goto(stage().host.serve('/canary', agencyPage(stage().bot)));
    await open(page);
    await say(page, 'I want to report a crime, canary one sells fake passports');
    await say(page, 'his name is canary two');
    await say(page, "there's a man with a gun outside, canary three");
    assert.ok(await panel(page).getByText('canary one').isVisible(), 'it is still on the screen');
    const written = await page.evaluate(() => (window as unknown as { written: string[] }).written.join());
    assert.ok(written.includes('1-866-347-2423'), 'our replies are stored');
    assert.doesNotMatch(written, /canary/);
    assert.doesNotMatch(await stored(page), /canary/);

    await page.reload();
    await open(page);
    assert.equal(await panel(page).getByText('canary').count(), 0);
    assert.equal(await panel(page).getByText('What you wrote here was not kept').count(), 3);
    assert.deepEqual(await page.context().cookies(), []);
  });

  it('uses sessionStorage alone: no cookie, no localStorage, no database', async () => {
    const page = await begun();
    await say(page, "What is ICE's mission?");
    const used = await page.evaluate(async () => ({
      local: localStorage.length,
      session: Object.keys(sessionStorage),
      cookie: document.cookie,
      databases: (await indexedDB.databases()).length,
    }));
    assert.deepEqual({ ...used, session: used.session.length }, { local: 0, session: 1, cookie: '', databases: 0 });
  });

  it('keeps tabs apart, also one that was made as a copy of another', async () => {
    const first = await begun();
    await say(first, "What is ICE's mission?");
    const copied = await first.evaluate(() => ({ ...sessionStorage }));
    const second = await first.context().newPage();
    await second.addInitScript((entries) => {
      for (const [name, value] of Object.entries(entries)) sessionStorage.setItem(name, String(value));
    }, copied);
    await second.goto(first.url());
    await open(second);
    await say(second, 'I want to report a crime');
    // Welcome, question and reply: waited for, since the welcome may come after the box is there.
    for (const page of [first, second]) await lines(page).nth(2).waitFor();
    assert.equal(await lines(first).count(), 3);
    assert.equal(await lines(second).count(), 3);
    assert.equal(await panel(second).getByText("I'm an automated assistant").count(), 1);
    await say(first, 'how many people work for ICE');
    assert.equal(await lines(second).count(), 3);
  });

  for (const when of ['while the page is open', 'between two pages'] as const) {
    it(`keeps an ended conversation readable and begins a new one with the next message: ended ${when}`, async () => {
      const page = await begun();
      await say(page, "What is ICE's mission?");
      await endOnServer(page);
      if (when === 'between two pages') {
        await page.reload();
        await launcher(page).click();
      }
      await panel(page).getByText('This conversation has ended').waitFor();
      const reply = await say(page, 'I want to report a crime');
      assert.match(await textOf(reply), /1-866-347-2423/);
      const all = await lines(page).allInnerTexts();
      assert.ok(all[1]?.includes('mission'), 'the old lines are still there');
      assert.equal(all.filter((text) => text.includes("I'm an automated assistant")).length, 1, 'no second welcome');
      assert.equal(await panel(page).locator('.notice').count(), 0, 'no error');
    });
  }

  it('clears the screen and the tab where the visitor asks for it in words of their own', async () => {
    const page = await begun();
    await say(page, "What is ICE's mission?");
    await box(page).fill('forget everything we talked about and begin again');
    await box(page).press('Enter');
    await panel(page).getByText('erased this conversation').first().waitFor();
    const left = await lines(page).allInnerTexts();
    assert.equal(left.length, 1);
    assert.match(left[0] ?? '', /erased this conversation/);
    assert.doesNotMatch(await stored(page), /mission is to protect/);
    await say(page, 'tell me about terrorism');
    assert.equal(await lines(page).count(), 3);
  });

  it('clears at once on "start over", here and on the server', async () => {
    const page = await begun();
    await say(page, "What is ICE's mission?");
    const { conversation } = JSON.parse(Object.values(await page.evaluate(() => ({ ...sessionStorage })))[0] ?? '');
    await panel(page).getByRole('button', { name: 'Options' }).click();
    const ended = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('endOfConversation'),
    );
    await panel(page).getByRole('button', { name: 'Start over' }).click();
    await ended;
    await panel(page).getByText("I'm an automated assistant").waitFor();
    assert.equal(await lines(page).count(), 1);
    assert.doesNotMatch(await stored(page), /mission is to protect/);
    const gone = await fetch(`${conversation.endpoint}/conversations/${conversation.id}/activities`, {
      headers: { authorization: `Bearer ${conversation.token}` },
    });
    assert.equal(gone.status, 404);
  });
}

/** What the idle time does: the conversation is forgotten. */
async function endOnServer(page: StagePage): Promise<void> {
  const entries = Object.values(await page.evaluate(() => ({ ...sessionStorage })));
  const { conversation } = JSON.parse(entries[0] ?? '');
  const response = await fetch(`${conversation.endpoint}/conversations/${conversation.id}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${conversation.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'endOfConversation' }),
  });
  if (!response.ok) throw new Error(`the conversation could not be ended: ${response.status}`);
}
