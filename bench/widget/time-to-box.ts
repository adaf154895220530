import type { Browser } from 'playwright-core';

export interface Load {
  /** Bytes over the network, headers included. */
  readonly bytes: number;
  readonly requests: number;
  /** Bytes of scripts among them, headers included. */
  readonly scripts: number;
  /** Milliseconds from the navigation until a message can be typed. */
  readonly box: number;
  /** Milliseconds until the first message of the assistant is there. */
  readonly welcome: number;
}

/** A phone of the middle class on a mobile network, as Lighthouse emulates it. */
export interface Throttling {
  /** Times slower than this machine. */
  readonly cpu: number;
  /** Kilobits a second, down. */
  readonly kbps: number;
  /** Milliseconds of a round trip. */
  readonly rtt: number;
}

/** Loads a page once with an empty cache and measures it. */
export async function timeToBox(browser: Browser, url: string, throttling: Throttling): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const debugging = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  let scripts = 0;
  const scriptIds = new Set<string>();
  await debugging.send('Network.enable');
  debugging.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scriptIds.add(requestId));
  debugging.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (scriptIds.has(requestId)) scripts += encodedDataLength;
    requests++;
  });
  await debugging.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: throttling.rtt,
    downloadThroughput: (throttling.kbps * 1000) / 8,
    uploadThroughput: (throttling.kbps * 1000) / 16,
  });
  await debugging.send('Emulation.setCPUThrottlingRate', { rate: throttling.cpu });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'commit' });
  const seen = await page.waitForFunction(
    () => {
      const { box, welcome } = (window as unknown as { seen: Partial<Load> }).seen;
      return box && welcome ? { box, welcome } : null;
    },
    undefined,
    { timeout: 120_000 },
  );
  const { box, welcome } = (await seen.jsonValue()) as Pick<Load, 'box' | 'welcome'>;
  await context.close();
  return { bytes, scripts, requests, box, welcome };
}

/** Runs in the page: notes when the message box can first be typed into, and when a first message stands there. */
function watch(): void {
  const seen: { box?: number; welcome?: number } = {};
  Object.assign(window, { seen });
  const look = () => {
    const root = document.querySelector('answerline-chat')?.shadowRoot ?? document;
    const field = root.querySelector<HTMLTextAreaElement>(
      'textarea, [data-id="webchat-sendbox-input"], .webchat__send-box-text-box__input',
    );
    if (field && !field.disabled && !field.readOnly && field.getClientRects().length > 0)
      seen.box ??= performance.now();
    if (
      /automated assistant/.test(root.querySelector('.log, .webchat__basic-transcript, #webchat')?.textContent ?? '')
    ) {
      seen.welcome ??= performance.now();
    }
    if (!seen.box || !seen.welcome) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
