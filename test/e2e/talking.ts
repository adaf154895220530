import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { agencyPage } from './host-page.ts';
import type { Stage, StagePage } from './stage.ts';
import { box, lines, open, panel, replies, say, textOf } from './visitor.ts';

/** A conversation as a visitor sees it. */
export function talking(stage: () => Stage): void {
  async function begun(attributes = '', options = {}): Promise<StagePage> {
    const page = await stage().newPage(options);
    await page.goto(stage().host.serve('/talk', agencyPage(stage().bot, attributes)));
    await open(page);
    return page;
  }

  it('shows an answer word for word, with a source that opens in another tab, and what to say next', async () => {
    const page = await begun();
    const reply = await say(page, "What is ICE's mission?");
    const quote = reply.locator('blockquote');
    assert.match(await textOf(quote), /mission is to protect America/);
    assert.equal(await quote.getAttribute('lang'), 'en');
    const source = reply.locator('.source a');
    assert.match((await source.getAttribute('href')) ?? '', /^https:\/\/.*#:~:text=/);
    assert.deepEqual(
      [await source.getAttribute('target'), await source.getAttribute('rel')],
      ['_blank', 'noopener noreferrer'],
    );
    const chips = panel(page).locator('.chips button');
    const chip = await textOf(chips.last());
    await chips.last().click();
    await replies(page).nth(2).waitFor();
    assert.equal(await textOf(panel(page).locator('.visitor .words').last()), chip);
    assert.ok(await box(page).evaluate((element) => element.matches(':focus')), 'focus is back in the message box');
  });

  it('shows 911 first, then the tip line large and ready to dial, then the form', async () => {
    const page = await begun();
    const reply = await say(page, 'I want to report a crime');
    assert.match(await textOf(reply.locator('p').first()), /911/);
    const number = reply.locator('.number a').first();
    assert.equal(await number.getAttribute('href'), 'tel:+18663472423');
    const [large, usual] = await Promise.all(
      [number, reply.locator('p').nth(1)].map((one) =>
        one.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      ),
    );
    assert.ok((large ?? 0) >= (usual ?? 0) * 1.4, `${large} beside ${usual}`);
    const form = reply.locator('a[target=_blank]').first();
    assert.equal(await form.getAttribute('rel'), 'noopener noreferrer');
    const more = reply.locator('details');
    assert.equal(await more.getByText('802-872-6196').isVisible(), false);
    await more.locator('summary').click();
    assert.ok(await more.getByText('802-872-6196').isVisible());
  });

  it('never makes markup of what anybody says', async () => {
    const page = await begun();
    const hostile = '<img src=x onerror="console.error(1)"><b>bold</b> [a](javascript:alert(1)) {{7*7}}';
    await say(page, hostile);
    assert.equal(await textOf(panel(page).locator('.visitor .words').last()), hostile);
    assert.equal(await panel(page).locator('img, b, script, iframe').count(), 0);
    assert.equal(await panel(page).locator('a[href^="javascript"]').count(), 0);
    assert.deepEqual(page.faults, []);
  });

  it('takes one press of a thumb, asks for no text, and tells the server', async () => {
    const page = await begun();
    const reply = await say(page, "What is ICE's mission?");
    const sent = page.waitForRequest((request) => (request.postData() ?? '').includes('answerline/feedback'));
    await reply.getByRole('button', { name: 'This helped' }).click();
    const body = (await sent).postDataJSON();
    assert.equal(body.value.rating, 'up');
    assert.equal((await (await sent).response())?.status(), 200);
    assert.equal(await reply.getByRole('button', { name: 'This helped' }).getAttribute('aria-pressed'), 'true');
    assert.ok(await reply.getByText('Thank you, noted').isVisible());
    assert.equal(await lines(page).count(), 3);
  });

  it('has thumbs under "I do not know" too', async () => {
    const page = await begun();
    const reply = await say(page, 'how many people work for ICE');
    assert.equal(await reply.getByRole('button', { name: 'This did not help' }).count(), 1);
  });

  it('copies an answer with its source', async () => {
    const page = await begun('', { permissions: ['clipboard-read', 'clipboard-write'] });
    const reply = await say(page, "What is ICE's mission?");
    await reply.getByRole('button', { name: 'Copy' }).click();
    await reply.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /mission is to protect America.*What We Do/s);
  });

  it('shows times on demand', async () => {
    const page = await begun();
    assert.equal(await panel(page).locator('time').count(), 0);
    await panel(page).getByRole('button', { name: 'Options' }).click();
    await panel(page).getByRole('button', { name: 'Show times' }).click();
    assert.equal(await panel(page).locator('time').count(), 1);
  });

  it('hands over the conversation as a file made in the browser', async () => {
    const page = await begun();
    await say(page, "What is ICE's mission?");
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await panel(page).getByRole('button', { name: 'Options' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('button', { name: 'Download this conversation' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'conversation.txt');
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /You,.*What is ICE's mission.*Assistant,.*mission is to protect America/s);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('blob:')),
      [],
    );
  });

  it('speaks Spanish when the visitor does', async () => {
    const page = await begun();
    const reply = await say(page, 'quiero denunciar un delito');
    assert.equal(await reply.getAttribute('lang'), 'es');
    await panel(page).getByRole('button', { name: 'Cerrar' }).waitFor();
    assert.equal(await box(page).getAttribute('placeholder'), 'Escriba una pregunta');
    assert.equal(await page.locator('answerline-chat .frame').getAttribute('lang'), 'es');
  });

  it('speaks Spanish where the page or its attribute says so', async () => {
    const { bot, host } = stage();
    const byAttribute = await begun('data-lang="es"');
    assert.match(await textOf(replies(byAttribute).first()), /asistente automático/i);
    const page = await stage().newPage();
    await page.goto(host.serve('/es', agencyPage(bot).replace('lang="en"', 'lang="es-US"')));
    await open(page);
    assert.match(await textOf(replies(page).first()), /asistente automático/i);
    assert.ok(await panel(page).getByText('¿En peligro ahora? Llame al').isVisible());
  });

  it('is sent by Enter; Shift and Enter make a new line', async () => {
    const page = await begun();
    await box(page).pressSequentially('one');
    await box(page).press('Shift+Enter');
    await box(page).pressSequentially('two');
    assert.equal(await box(page).inputValue(), 'one\ntwo');
    await box(page).press('Enter');
    await replies(page).nth(1).waitFor();
    assert.equal(await box(page).inputValue(), '');
  });

  it('does not send an empty message', async () => {
    const page = await begun();
    await box(page).fill('   ');
    await box(page).press('Enter');
    await panel(page).getByRole('button', { name: 'Send' }).click();
    assert.equal(await lines(page).count(), 1);
  });
}
