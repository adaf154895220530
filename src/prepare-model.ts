import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Knowledge } from './knowledge/knowledge.ts';
import { modelFileName, shippedModels } from './understanding/load-model.ts';
import { trainingData } from './understanding/training-data.ts';

/** What the thread is given. */
export interface ModelOrder {
  readonly knowledge: Knowledge;
  readonly cacheDir: string;
}

/**
 * Sees to it that a trained model for this knowledge lies in the cache. Where none does, training takes seconds of
 * processor time, so it happens in a thread of its own: the server goes on answering.
 */
export async function prepareModel({ knowledge, cacheDir }: ModelOrder): Promise<void> {
  const name = modelFileName(trainingData(knowledge));
  if ([shippedModels, cacheDir].some((dir) => existsSync(path.join(dir, name)))) return;
  const thread = new Worker(new URL('./model-thread.ts', import.meta.url), {
    workerData: { knowledge, cacheDir } satisfies ModelOrder,
  });
  await new Promise<void>((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => resolve());
  });
}
