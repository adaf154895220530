import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { openPlayground, sayInPlayground, startPlayground } from './playground.ts';

/**
 * Pictures of a conversation as the Agents Playground draws it. A running assistant is needed (`npm start`, unsigned):
 * `npm run teams:screenshots -- --url http://127.0.0.1:3978 --out docs/screenshots`
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3978' },
    out: { type: 'string', default: 'docs/screenshots' },
  },
});

const steps: readonly { readonly name: string; readonly say: string | null; readonly wait: string }[] = [
  { name: 'teams-welcome', say: null, wait: 'automated assistant' },
  { name: 'teams-answer', say: 'What does ICE do about human trafficking?', wait: 'An automated answer' },
  { name: 'teams-tip-line', say: 'I want to report a crime', wait: 'If anyone is in danger right now' },
  { name: 'teams-emergency', say: 'there is a man with a gun outside', wait: 'Call 911 now' },
];

await mkdir(values.out, { recursive: true });
const playground = await startPlayground(`${values.url}/api/messages`);
const browser = await launchBrowser();
try {
  const page = await openPlayground(browser, playground);
  for (const { name, say, wait } of steps) {
    if (say !== null) await sayInPlayground(page, say);
    await page.getByText(wait).last().waitFor();
    await page.waitForTimeout(1_000);
    const file = path.join(values.out, `${name}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  }
} finally {
  await browser.close();
  await playground.close();
}
