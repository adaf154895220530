import { parseArgs } from 'node:util';
import { type AssistantProcess, startAssistant } from './load/assistant-process.ts';
import { percentile, slope } from './load/figures.ts';
import { probeHeap } from './load/heap-probe.ts';
import { type OfflineDirectLine, startOfflineDirectLine } from './load/offline-direct-line.ts';
import { arriveAll, steadyLoad, turnOver } from './load/steady-load.ts';
import { type ThroughputResult, throughput } from './load/throughput.ts';
import { wholeNumber } from './whole-number.ts';

const usage = `Usage: npm run bench -- load [options]

Loads the assistant on this machine: visitors who write steadily, idle sockets, and as many turns as it can take,
with each store in one run. Redis is used where --redis or REDIS_URL names one.

  --visitors N   visitors at one message in 5 s each (default: 500)
  --seconds N    length of the steady load for each store (default: 30)
  --idle N       idle sockets (default: 5000)
  --soak N       only: N seconds of steady load on the default store, conversations ending all the while, with the
                 slope of what lives in its heap
  --redis URL    a Redis to compare with
  --help         this text`;

const EVERY_MS = 5_000;
/** Turns in flight at once when throughput is measured. */
const IN_FLIGHT = 20;
/** Throughput is measured in so many rounds of so many seconds each. */
const ROUNDS = 5;
const ROUND_SECONDS = 4;

export async function benchLoad(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      visitors: { type: 'string', default: '500' },
      seconds: { type: 'string', default: '30' },
      idle: { type: 'string', default: '5000' },
      soak: { type: 'string' },
      redis: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(usage);
  const visitors = wholeNumber('visitors', values.visitors);
  const seconds = wholeNumber('seconds', values.seconds);
  const idle = wholeNumber('idle', values.idle, 0);
  if (values.soak !== undefined) return soak(visitors, wholeNumber('soak', values.soak));
  const redis = values.redis ?? process.env.REDIS_URL;
  const stores: Record<string, Record<string, string>> = {
    memory: { STORE: 'memory' },
    sqlite: { STORE: 'sqlite' },
    ...(redis && { redis: { REDIS_URL: redis } }),
  };
  for (const [name, environment] of Object.entries(stores)) {
    const assistant = await startAssistant(environment);
    try {
      await showSteady(name, assistant, visitors, seconds);
    } finally {
      await assistant.stop();
    }
  }
  await showRates(stores);
  await showIdle(idle);
}

async function showSteady(name: string, assistant: AssistantProcess, count: number, seconds: number): Promise<void> {
  const visitors = await arriveAll(assistant.url, count);
  const result = await steadyLoad(assistant, visitors, EVERY_MS, seconds);
  for (const visitor of visitors) visitor.leave();
  console.log(
    `${name.padEnd(8)} ${count} visitors, ${seconds} s: ${result.sent} messages, ${result.lost} lost, ` +
      `p50 ${result.p50Ms.toFixed(1)} ms, p99 ${result.p99Ms.toFixed(1)} ms, ${result.memoryMb.toFixed(0)} MB`,
  );
}

/** All of them side by side, one after the other in each round: a machine's moods fall on all alike. The median round counts. */
async function showRates(stores: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<void> {
  const assistants = await Promise.all(
    Object.entries(stores).map(async ([name, environment]) => ({ name, assistant: await startAssistant(environment) })),
  );
  const peer: OfflineDirectLine = await startOfflineDirectLine();
  const contenders: Record<string, () => Promise<ThroughputResult>> = {
    ...Object.fromEntries(
      assistants.map(({ name, assistant }) => [name, () => throughput(assistant.url, IN_FLIGHT, ROUND_SECONDS)]),
    ),
    'offline-directline (memory, no tokens)': () => peer.throughput(IN_FLIGHT, ROUND_SECONDS),
  };
  const rounds = Object.fromEntries(Object.keys(contenders).map((name) => [name, [] as ThroughputResult[]]));
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [name, measure] of Object.entries(contenders)) rounds[name]!.push(await measure());
  } finally {
    await Promise.all([peer.stop(), ...assistants.map(({ assistant }) => assistant.stop())]);
  }
  const median = (name: string, pick: (result: ThroughputResult) => number) => percentile(rounds[name]!.map(pick), 0.5);
  for (const name of Object.keys(contenders)) {
    const perSecond = median(name, (result) => result.perSecond);
    const share = ((100 * perSecond) / median('memory', (result) => result.perSecond)).toFixed(0);
    const p99Ms = median(name, (result) => result.p99Ms);
    console.log(
      `throughput, ${IN_FLIGHT} in flight: ${name}: ${perSecond.toFixed(0)} turns/s (${share} % of memory), p99 ${p99Ms.toFixed(0)} ms`,
    );
  }
}

async function showIdle(count: number): Promise<void> {
  const assistant = await startAssistant({ MAX_CONNECTIONS: String(count + 1_000) });
  try {
    const before = assistant.memoryMb();
    const visitors = await arriveAll(assistant.url, count);
    console.log(`${count} idle sockets: ${assistant.memoryMb().toFixed(0)} MB (${before.toFixed(0)} MB before them)`);
    for (const visitor of visitors) visitor.leave();
  } finally {
    await assistant.stop();
  }
}

/** Conversations that end: of the visitors so many are others after each stretch of the soak. */
const LEAVING = 0.25;
/** Stretches of a soak; the heap is looked into after each. The first ones warm up the process and count for nothing. */
const STRETCHES = 12;
const WARMING_UP = 3;

async function soak(count: number, seconds: number): Promise<void> {
  const assistant = await startAssistant({ IDLE_MINUTES: '1' }, { inspect: true });
  const probe = await probeHeap(assistant.process).catch(async (error: unknown) => {
    await assistant.stop();
    throw error;
  });
  try {
    const visitors = await arriveAll(assistant.url, count);
    const live: [hours: number, megabytes: number][] = [];
    let sent = 0;
    let lost = 0;
    let p99Ms = 0;
    for (let stretch = 1; stretch <= STRETCHES; stretch += 1) {
      const result = await steadyLoad(assistant, visitors, EVERY_MS, seconds / STRETCHES);
      sent += result.sent;
      lost += result.lost;
      p99Ms = Math.max(p99Ms, result.p99Ms);
      await turnOver(assistant.url, visitors, LEAVING);
      const alive = await probe.liveMb();
      if (stretch > WARMING_UP) live.push([performance.now() / 3_600_000, alive]);
      console.log(
        `${stretch} of ${STRETCHES}: ${sent} messages, ${lost} lost, p99 ${result.p99Ms.toFixed(1)} ms, ` +
          `heap ${alive.toFixed(1)} MB after a collection, ${assistant.memoryMb().toFixed(0)} MB resident`,
      );
    }
    console.log(
      `soak: ${count} visitors, ${seconds} s: ${sent} messages, ${lost} lost, worst p99 ${p99Ms.toFixed(1)} ms, ` +
        `${assistant.memoryMb().toFixed(0)} MB, what lives in the heap grows by ${slope(live).toFixed(1)} MB an hour`,
    );
    for (const visitor of visitors) visitor.leave();
  } finally {
    probe.close();
    await assistant.stop();
  }
}

if (import.meta.main) await benchLoad();
