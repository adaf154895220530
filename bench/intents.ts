import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Guess, type LabelledMessage, natural, nlpjs, own, type Peer } from './intent-classifiers.ts';

const OUT_OF_SCOPE = 'oos';
const message = z.object({ text: z.string(), intent: z.string() });

interface Judged extends Guess {
  readonly wanted: string;
}

export interface IntentFigures {
  /** Share of in-scope test messages given their intent, percent. */
  readonly inScope: number;
  /** Share of out-of-scope test messages recognised as such, percent. */
  readonly outOfScope: number;
  readonly trainSeconds: number;
  readonly millisecondsPerQuery: number;
}

/**
 * CLINC150 (Larson et al. 2019) full and small: our classifier beside natural's Bayes and @nlpjs. A message is out of scope
 * when the classifier says so or is less sure than a threshold chosen on the validation part.
 *
 * @param data Folder that holds `clinc150/`.
 * @param peers Which classifiers to run; all unless given.
 */
export async function benchIntents(data: string, peers: readonly Peer[] = [own, natural, nlpjs]): Promise<void> {
  const folder = path.join(data, 'clinc150');
  if (!existsSync(folder)) throw new Error(`${folder} is missing: --data names the folder that holds clinc150/`);
  for (const size of ['small', 'full']) {
    console.log(`CLINC150 ${size}`);
    console.log(
      `${'classifier'.padEnd(16)}${'in scope'.padStart(10)}${'out of scope'.padStart(14)}${'training'.padStart(11)}${'a query'.padStart(12)}`,
    );
    for (const peer of peers) {
      const figures = await measureIntents(peer, folder, size);
      console.log(
        `${peer.name.padEnd(16)}${`${figures.inScope.toFixed(1)} %`.padStart(10)}${`${figures.outOfScope.toFixed(1)} %`.padStart(14)}${`${figures.trainSeconds.toFixed(1)} s`.padStart(11)}${`${figures.millisecondsPerQuery.toFixed(3)} ms`.padStart(12)}`,
      );
    }
  }
}

export async function measureIntents(peer: Peer, folder: string, size: string): Promise<IntentFigures> {
  const [training, validation, test] = [`${size}-train`, 'full-val', 'full-test'].map((name) =>
    read(path.join(folder, `${name}.jsonl`)),
  ) as [LabelledMessage[], LabelledMessage[], LabelledMessage[]];
  const start = performance.now();
  const guess = await peer.train(training);
  const trained = performance.now();
  const validated = await judge(validation, guess);
  const before = performance.now();
  const tested = await judge(test, guess);
  const after = performance.now();
  const threshold = bestThreshold(validated);
  return {
    inScope: rightPercent(
      tested.filter(({ wanted }) => wanted !== OUT_OF_SCOPE),
      threshold,
    ),
    outOfScope: rightPercent(
      tested.filter(({ wanted }) => wanted === OUT_OF_SCOPE),
      threshold,
    ),
    trainSeconds: (trained - start) / 1000,
    millisecondsPerQuery: (after - before) / test.length,
  };
}

function read(file: string): LabelledMessage[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => message.parse(JSON.parse(line)));
}

async function judge(
  messages: readonly LabelledMessage[],
  guess: (text: string) => Guess | Promise<Guess>,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { text, intent } of messages) judged.push({ ...(await guess(text)), wanted: intent });
  return judged;
}

/** The highest threshold within one standard error of the one that makes most right (Breiman et al. 1984). */
function bestThreshold(judged: readonly Judged[]): number {
  const candidates = [0, ...judged.map(({ score }) => score)].sort((a, b) => a - b);
  const rights = candidates.map((threshold) => rightPercent(judged, threshold));
  const best = Math.max(...rights);
  const error = Math.sqrt((best * (100 - best)) / judged.length);
  return candidates[rights.findLastIndex((right) => right >= best - error)] ?? 0;
}

function rightPercent(judged: readonly Judged[], threshold: number): number {
  const right = judged.filter(
    ({ intent, score, wanted }) => (score < threshold ? OUT_OF_SCOPE : intent) === wanted,
  ).length;
  return (100 * right) / (judged.length || 1);
}
