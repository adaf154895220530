import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { createLog } from '../src/server/log.ts';
import { bundleWidget } from '../src/server/widget-bundle.ts';
import { launchBrowser } from '../test/e2e/browser.ts';
import { wholeNumber } from './whole-number.ts';
import { startBenchSite, webChatGzipBytes } from './widget/bench-site.ts';
import { type Load, timeToBox } from './widget/time-to-box.ts';

const usage = `Size of the widget, and time to a usable chat beside Web Chat, in one Chromium with CPU and network throttled.

  --runs N    loads of each, alternating; the median counts (5)
  --cpu N     times slower than this machine (4)
  --kbps N    kilobits a second (1600)
  --rtt N     milliseconds of a round trip (150)
`;

export async function benchWidget(args: readonly string[]): Promise<void> {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const options = {
    runs: text('5'),
    cpu: text('4'),
    kbps: text('1600'),
    rtt: text('150'),
    help: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const runs = wholeNumber('runs', values.runs);
  const throttling = {
    cpu: wholeNumber('cpu', values.cpu),
    kbps: wholeNumber('kbps', values.kbps),
    rtt: wholeNumber('rtt', values.rtt, 0),
  };
  await printSizes();
  const loads = await measure(runs, throttling);
  process.stdout.write(
    `\nCold load, CPU ${values.cpu} times slower, ${values.kbps} kbit/s, ${values.rtt} ms round trip; median of ${values.runs}\n`,
  );
  print('Answerline', median(loads.ours));
  print('Web Chat', median(loads.theirs));
  const [ours, theirs] = [median(loads.ours), median(loads.theirs)];
  process.stdout.write(
    `Web Chat is ${(theirs.scripts / ours.scripts).toFixed(1)} times the code, ${(theirs.bytes / ours.bytes).toFixed(1)} times all bytes (with the page, the tokens and the headers), and ${(theirs.box / ours.box).toFixed(1)} times the wait for the box.\n`,
  );
}

async function printSizes(): Promise<void> {
  const { files } = await bundleWidget(await loadKnowledge('knowledge'));
  process.stdout.write('Bytes                          raw    gzip  brotli\n');
  const parts = files.filter((file) => /widget\.js|panel/.test(file.path));
  for (const { path: name, bodies } of parts) {
    const sizes = [bodies.identity, bodies.gzip, bodies.br].map((body) => String(body.length).padStart(7));
    process.stdout.write(`${name.padEnd(26)} ${sizes.join(' ')}\n`);
  }
  const gzip = parts.reduce((sum, { bodies }) => sum + bodies.gzip.length, 0);
  const theirs = webChatGzipBytes();
  process.stdout.write(
    `Web Chat's bundle by gzip, as most sites serve it: ${theirs}, ${(theirs / gzip).toFixed(1)} times ours\n`,
  );
}

async function measure(runs: number, throttling: Parameters<typeof timeToBox>[2]) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-bench-'));
  let assistant = '';
  const site = await startBenchSite(0, () => assistant);
  const config = loadConfig({ PORT: '0', STORE: 'memory', DATA_DIR: dataDir, ALLOWED_ORIGINS: site.url });
  const app = await startApp({ config, log: createLog('silent', () => {}) });
  assistant = app.url;
  await app.ready;
  const browser = await launchBrowser();
  const ours: Load[] = [];
  const theirs: Load[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      ours.push(await timeToBox(browser, `${site.url}/ours`, throttling));
      theirs.push(await timeToBox(browser, `${site.url}/theirs`, throttling));
    }
  } finally {
    await browser.close();
    site.close();
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return { ours, theirs };
}

function median(loads: readonly Load[]): Load {
  const of = (name: keyof Load) =>
    loads.map((load) => load[name]).sort((a, b) => a - b)[Math.floor(loads.length / 2)] ?? 0;
  return {
    bytes: of('bytes'),
    scripts: of('scripts'),
    requests: of('requests'),
    box: of('box'),
    welcome: of('welcome'),
  };
}

function print(name: string, load: Load): void {
  const kilobytes = (load.bytes / 1000).toFixed(1).padStart(8);
  const code = (load.scripts / 1000).toFixed(1);
  process.stdout.write(
    `${name.padEnd(11)} ${kilobytes} kB (code ${code}) in ${String(load.requests).padStart(2)} requests, box after ${Math.round(load.box)} ms, welcome after ${Math.round(load.welcome)} ms\n`,
  );
}
