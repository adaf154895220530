import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { appId, channelClaims, startOpenIdProvider } from '../test/channels/bot-framework/open-id-provider.ts';
import { startAssistant } from './load/assistant-process.ts';
import { type BotProcess, processorMs, startEchoBot } from './turns/peer-process.ts';
import { wholeNumber } from './whole-number.ts';

const usage = `Usage: npm run bench -- turns [options]

Signed Bot Framework turns with expectReplies, 20 connections, against a stock echo bot on the same stack in the same run:
once with questions that many visitors ask, and once, in a process of its own (anew), with no message ever sent twice,
so that nothing found before can serve again.

  --seconds N   length of each measurement (default: 10)
  --rounds N    rounds, each measuring both one after the other (default: 3)
  --help        this text`;

const connections = 20;
const serviceUrl = 'https://smba.trafficmanager.net/amer/';
/** Idle memory is read after this many milliseconds of silence. */
const settleMs = 5_000;

/** What visitors ask of a page like the one that ships: answered, missed, small talk and a wish to report. */
const messages = [
  'What does ICE do about human trafficking?',
  'what is the mission of ice',
  'do you do anything about looted antiquities',
  'how many people work for ICE',
  'preventing terrorism',
  'thank you',
  'I want to report a crime',
  'que hacen contra el trafico de personas',
];

const usual = (index: number) => messages[index % messages.length]!;

/** The same words with the bits of their turn as capitals: other work could not be compared. Few letters repeat late. */
const neverTwice = (index: number) => {
  let bits = Math.floor(index / messages.length);
  return usual(index).replace(/\p{L}/gu, (letter) => {
    const capital = bits % 2 === 1;
    bits = Math.floor(bits / 2);
    return capital ? letter.toUpperCase() : letter.toLowerCase();
  });
};

interface Measured {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Processor time a turn, milliseconds: what stays comparable on a machine that is busy with other things. */
  readonly cpuMs: number;
}

export async function benchTurns(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(usage);
  const seconds = wholeNumber('seconds', values.seconds);
  const rounds = wholeNumber('rounds', values.rounds);
  const provider = await startOpenIdProvider();
  const token = await provider.sign(channelClaims(serviceUrl));
  const bots: Record<string, BotProcess> = {
    echo: await startEchoBot(appId, provider.metadataUrl),
    answerline: await startAnswerline(provider.metadataUrl),
    anew: await startAnswerline(provider.metadataUrl),
  };
  try {
    await wait(settleMs);
    const idle = Object.fromEntries(Object.entries(bots).map(([name, bot]) => [name, bot.memoryMb()]));
    const measured: Record<string, Measured[]> = { echo: [], answerline: [], anew: [] };
    const textOf = (name: string) => (name === 'anew' ? neverTwice : usual);
    for (const [name, bot] of Object.entries(bots)) await measure(bot, token, 2, textOf(name));
    for (let round = 0; round < rounds; round++) {
      for (const [name, bot] of Object.entries(bots)) {
        measured[name]!.push(await measure(bot, token, seconds, textOf(name)));
      }
    }
    show(measured, idle);
  } finally {
    await Promise.all(Object.values(bots).map((bot) => bot.stop()));
    await provider.close();
  }
}

async function startAnswerline(openIdMetadata: string): Promise<BotProcess> {
  const assistant = await startAssistant({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'a secret',
    MicrosoftAppType: 'MultiTenant',
    BOT_OPENID_METADATA: openIdMetadata,
  });
  return {
    messagesUrl: `${assistant.url}/api/messages`,
    memoryMb: assistant.memoryMb,
    cpuMs: () => processorMs(assistant.process.pid),
    stop: assistant.stop,
  };
}

/** Every request is a new activity; eight of them make a conversation. */
async function measure(
  { messagesUrl, cpuMs }: BotProcess,
  token: string,
  duration: number,
  textOf: (index: number) => string,
): Promise<Measured> {
  const usedBefore = cpuMs();
  const result = await autocannon({
    url: messagesUrl,
    connections,
    duration,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(activity(sent++, textOf)) }),
      },
    ],
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return {
    perSecond: result.requests.mean,
    p99Ms: result.latency.p99,
    cpuMs: (cpuMs() - usedBefore) / result.requests.total,
  };
}

const run = Date.now().toString(36);
let sent = 0;

function activity(index: number, textOf: (index: number) => string) {
  const conversation = Math.floor(index / messages.length);
  return {
    type: 'message',
    id: `${run}-${performance.now()}-${index}`,
    channelId: 'msteams',
    serviceUrl,
    deliveryMode: 'expectReplies',
    conversation: { id: `${run}-${conversation}`, conversationType: 'personal' },
    from: { id: `visitor-${conversation}` },
    recipient: { id: '28:bot' },
    text: textOf(index),
  };
}

function show(measured: Readonly<Record<string, readonly Measured[]>>, idle: Readonly<Record<string, number>>): void {
  const median = (name: string, pick: (one: Measured) => number) =>
    measured[name]!.map(pick).toSorted((a, b) => a - b)[Math.floor(measured[name]!.length / 2)] ?? Number.NaN;
  for (const name of Object.keys(measured)) {
    const share = (100 * median(name, ({ perSecond }) => perSecond)) / median('echo', ({ perSecond }) => perSecond);
    console.log(
      `${name.padEnd(11)} ${median(name, ({ perSecond }) => perSecond).toFixed(0)} turns/s (${share.toFixed(0)} % of echo)  ` +
        `p99 ${median(name, ({ p99Ms }) => p99Ms).toFixed(0)} ms  processor ${median(name, ({ cpuMs }) => cpuMs).toFixed(2)} ms a turn  ` +
        `idle ${idle[name]?.toFixed(0)} MB`,
    );
  }
}

if (import.meta.main) await benchTurns();
