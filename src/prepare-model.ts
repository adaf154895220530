import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Knowledge } from './knowledge/knowledge.ts';
import { modelFileName, shippedModels } from './understanding/load-model.ts';
import { trainingData } from './understanding/training-data.ts';

/**
 * Sees to it that a trained model for this knowledge lies in the cache. Where none does, training takes seconds of
 * processor time and hundreds of megabytes, so it happens in a process of its own: the server goes on answering, and
 * the memory is gone with that process. If it fails, the caller finds no model and trains for itself.
 */
export async function prepareModel(knowledge: Knowledge, knowledgeDir: string, cacheDir: string): Promise<void> {
  const name = modelFileName(trainingData(knowledge));
  if ([shippedModels, cacheDir].some((dir) => existsSync(path.join(dir, name)))) return;
  const trainer = fork(path.join(import.meta.dirname, 'model-process.ts'), [knowledgeDir, cacheDir]);
  const stop = () => trainer.kill();
  process.once('exit', stop);
  await once(trainer, 'exit');
  process.off('exit', stop);
}
