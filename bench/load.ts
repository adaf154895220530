import { parseArgs } from 'node:util';
import { type AssistantProcess, startAssistant } from './load/assistant-process.ts';
import { type OfflineDirectLine, startOfflineDirectLine } from './load/offline-direct-line.ts';
import { arriveAll, steadyLoad } from './load/steady-load.ts';
import { type ThroughputResult, throughput } from './load/throughput.ts';

const usage = `Usage: npm run bench -- load [options]

Loads the assistant on this machine: visitors who write steadily, idle sockets, and as many turns as it can take,
with each store in one run. Redis is used where --redis or REDIS_URL names one.

  --visitors N   visitors at one message in 5 s each (default: 500)
  --seconds N    length of the steady load for each store (default: 30)
  --idle N       idle sockets (default: 5000)
  --soak N       only: N seconds of steady load on the default store, with the slope of its memory
  --redis URL    a Redis to compare with
  --help         this text`;

const EVERY_MS = 5_000;
/** Turns in flight at once when throughput is measured. */
const IN_FLIGHT = 20;

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
  const visitors = Number(values.visitors);
  if (values.soak !== undefined) return soak(visitors, Number(values.soak));
  const redis = values.redis ?? process.env.REDIS_URL;
  const stores: Record<string, Record<string, string>> = {
    memory: { STORE: 'memory' },
    sqlite: { STORE: 'sqlite' },
    ...(redis && { redis: { REDIS_URL: redis } }),
  };
  const rates: Record<string, ThroughputResult> = {};
  for (const [name, environment] of Object.entries(stores)) {
    const assistant = await startAssistant(environment);
    try {
      await showSteady(name, assistant, visitors, Number(values.seconds));
      rates[name] = await throughput(assistant.url, IN_FLIGHT, 10);
    } finally {
      await assistant.stop();
    }
  }
  await showRates(rates);
  await showIdle(Number(values.idle));
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

async function showRates(rates: Readonly<Record<string, ThroughputResult>>): Promise<void> {
  const peer: OfflineDirectLine = await startOfflineDirectLine();
  try {
    const all = { ...rates, 'offline-directline (memory, no tokens)': await peer.throughput(IN_FLIGHT, 10) };
    const inMemory = rates.memory?.perSecond ?? Number.NaN;
    for (const [name, { perSecond, p99Ms }] of Object.entries(all)) {
      const share = ((100 * perSecond) / inMemory).toFixed(0);
      console.log(
        `throughput, ${IN_FLIGHT} in flight: ${name}: ${perSecond.toFixed(0)} turns/s (${share} % of memory), p99 ${p99Ms.toFixed(0)} ms`,
      );
    }
  } finally {
    await peer.stop();
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

async function soak(count: number, seconds: number): Promise<void> {
  const assistant = await startAssistant();
  try {
    const visitors = await arriveAll(assistant.url, count);
    const result = await steadyLoad(assistant, visitors, EVERY_MS, seconds);
    console.log(
      `soak: ${count} visitors, ${seconds} s: ${result.sent} messages, ${result.lost} lost, p99 ${result.p99Ms.toFixed(1)} ms, ` +
        `${result.memoryMb.toFixed(0)} MB, slope ${result.memorySlope.toFixed(1)} MB an hour over the second half`,
    );
    for (const visitor of visitors) visitor.leave();
  } finally {
    await assistant.stop();
  }
}

if (import.meta.main) await benchLoad();
