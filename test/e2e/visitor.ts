import type { Locator, Page } from 'playwright-core';

/** What a visitor does and sees, in the words of the panel. Playwright looks through open shadow roots by itself. */

export const launcher = (page: Page): Locator => page.locator('answerline-chat .launcher');
export const panel = (page: Page): Locator => page.locator('answerline-chat .panel');
export const box = (page: Page): Locator => page.locator('answerline-chat textarea');
export const replies = (page: Page): Locator => page.locator('answerline-chat .assistant');
export const lines = (page: Page): Locator => page.locator('answerline-chat .line');

/** Opens the panel and waits for the welcome. */
export async function open(page: Page): Promise<void> {
  await launcher(page).click();
  await replies(page).first().waitFor();
}

/** Sends a message and waits for its reply, which it returns. */
export async function say(page: Page, text: string): Promise<Locator> {
  const before = await replies(page).count();
  await box(page).fill(text);
  await box(page).press('Enter');
  const reply = replies(page).nth(before);
  await reply.waitFor();
  return reply;
}

/** Whatever this tab's storage holds of the page's origin, as one text. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(
    () => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }) + document.cookie,
  );
}

/** What stands in an element, hidden text included. */
export async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? '';
}
