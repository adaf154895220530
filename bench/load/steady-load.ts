import { setTimeout as wait } from 'node:timers/promises';
import type { AssistantProcess } from './assistant-process.ts';
import { percentile } from './figures.ts';
import { arrive, type Visitor } from './visitor.ts';

export interface LoadResult {
  readonly sent: number;
  readonly lost: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly memoryMb: number;
}

/** What visitors say: questions, a wish to report, Spanish, small talk. */
const messages = [
  'What does ICE do about human trafficking?',
  'does ice work with cbp',
  'I want to report a crime',
  'que hace ICE con las empresas que contratan trabajadores sin autorizacion',
  'thanks',
  'how many people work there',
  'my son was picked up this morning, where is he',
  'tell me more',
];

/** `count` visitors arrive, a few at a time. */
export async function arriveAll(url: string, count: number): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  while (visitors.length < count) {
    const batch = Math.min(25, count - visitors.length);
    visitors.push(...(await Promise.all(Array.from({ length: batch }, () => arrive(url)))));
  }
  return visitors;
}

/** A share of the visitors leaves for good, and as many others arrive: conversations end, as they do. */
export async function turnOver(url: string, visitors: Visitor[], share: number): Promise<void> {
  const count = Math.ceil(visitors.length * share);
  for (const visitor of visitors.splice(0, count)) visitor.leave();
  visitors.push(...(await arriveAll(url, count)));
}

/** Every visitor sends a message each `everyMs`, spread evenly, for `seconds`. */
export async function steadyLoad(
  assistant: AssistantProcess,
  visitors: readonly Visitor[],
  everyMs: number,
  seconds: number,
): Promise<LoadResult> {
  const end = performance.now() + seconds * 1_000;
  const times: number[] = [];
  let sent = 0;
  let lost = 0;
  await Promise.all(
    visitors.map(async (visitor, index) => {
      await wait((index / visitors.length) * everyMs);
      for (let turn = index; performance.now() < end; turn += 1) {
        const began = performance.now();
        sent += 1;
        const took = await visitor.ask(messages[turn % messages.length]!);
        if (took === null) lost += 1;
        else times.push(took);
        await wait(Math.max(0, everyMs - (performance.now() - began)));
      }
    }),
  );
  return {
    sent,
    lost,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    memoryMb: assistant.memoryMb(),
  };
}
