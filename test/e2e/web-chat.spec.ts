import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import type { Browser, Page } from 'playwright-core';
import type { Assistant } from '../../src/assistant.ts';
import { logKey } from '../../src/channels/direct-line/direct-line.ts';
import type { ContactCard, Reply } from '../../src/conversation/reply.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { sayReply, standInAssistant } from '../server/stand-in-assistant.ts';
import { launchBrowser } from './browser.ts';
import { startWebChatSite } from './web-chat-page.ts';

const tipLine: ContactCard = {
  id: 'tip-line',
  name: 'Tip line',
  purpose: 'To report a crime.',
  facts: [{ kind: 'phone', label: 'Phone', value: '1-800-555-0100', href: 'tel:+18005550100' }],
  more: [],
};

/** The stand-in, with a contact card for "card". */
async function withCards(knowledge: Knowledge): Promise<Assistant> {
  const assistant = await standInAssistant(knowledge);
  return {
    ...assistant,
    route: (turn) => {
      if (turn.event.type !== 'message' || turn.event.text !== 'card') return assistant.route(turn);
      const reply: Reply = { ...sayReply('Here is <b>who</b> to *call*:', ['More']), contacts: [tipLine] };
      return { replies: [reply], state: turn.state, retention: 'full' };
    },
  };
}

describe('the real Web Chat against the embedded Direct Line', function () {
  this.timeout(60_000);
  const store = createMemoryStore();
  let site: Awaited<ReturnType<typeof startWebChatSite>>;
  let app: RunningApp;
  let browser: Browser;
  before(async () => {
    site = await startWebChatSite();
    app = await runApp({ ALLOWED_ORIGINS: site.url }, { makeAssistant: withCards, makeStore: async () => store });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await app.stop();
    site.close();
  });

  async function openChat(how: 'socket' | 'polling'): Promise<{ page: Page; key: () => Promise<string> }> {
    const page = await browser.newPage();
    let token = '';
    page.on('response', async (response) => {
      if (response.url().endsWith('/conversations')) token = ((await response.json()) as { token: string }).token;
    });
    await page.goto(`${site.url}/?bot=${encodeURIComponent(app.url)}&how=${how}`);
    await page.getByText('Welcome en').first().waitFor();
    return { page, key: async () => logKey(decodeJwt<{ conv: string }>(token).conv) };
  }
  const say = async (page: Page, text: string) => {
    await page.getByPlaceholder('Type your message').fill(text);
    await page.keyboard.press('Enter');
  };
  const suggested = (page: Page, name: string) =>
    page.getByRole('toolbar', { name: 'Suggested actions' }).getByRole('button', { name, exact: true });
  const saysNothingFailed = async (page: Page) => {
    assert.equal(await page.getByText(/send failed|unable to connect|undefined/i).count(), 0);
  };

  for (const how of ['socket', 'polling'] as const) {
    it(`holds a conversation by ${how}: welcome, suggested actions, echo, report, card`, async () => {
      const { page } = await openChat(how);
      await suggested(page, 'Two').click();
      await page.getByText('1: Two').first().waitFor();
      await say(page, 'report something');
      await page.getByText('2: noted nothing').first().waitFor();
      await page.getByText('report something').first().waitFor();
      await say(page, 'card');
      await page.getByText('Here is <b>who</b> to *call*:').first().waitFor();
      await page
        .getByRole('button', { name: /1-800-555-0100/ })
        .first()
        .waitFor();
      await suggested(page, 'More').waitFor();
      await saysNothingFailed(page);
      const fulfilled = await page.evaluate(
        () =>
          (window as unknown as { seen: string[] }).seen.filter(
            (type) => type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED',
          ).length,
      );
      assert.equal(fulfilled, 3, 'each message was recognised in its echo');
      await page.close();
    });
  }

  it('draws Adaptive Cards and takes events', async () => {
    const { page, key } = await openChat('socket');
    const from = { id: 'answerline', name: 'Answerline', role: 'bot' };
    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: 'An adaptive card', wrap: true }],
    };
    await store.withTurn(await key(), (turn) =>
      turn.commit({
        state: turn.state,
        remember: {},
        log: [
          { type: 'event', id: 'e1', name: 'something', value: { a: 1 }, from },
          {
            type: 'message',
            id: 'm1',
            from,
            attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
          },
        ],
      }),
    );
    await page.getByText('An adaptive card').first().waitFor();
    const events = await page.evaluate(() =>
      (window as unknown as { activities: { type: string; name?: string }[] }).activities.filter(
        ({ type }) => type === 'event',
      ),
    );
    assert.equal(events[0]?.name, 'something');
    await saysNothingFailed(page);
    await page.close();
  });
});
