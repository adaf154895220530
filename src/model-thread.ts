import { workerData } from 'node:worker_threads';
import type { ModelOrder } from './prepare-model.ts';
import { loadModel } from './understanding/load-model.ts';
import { trainingData } from './understanding/training-data.ts';

// Trains and leaves the model in the cache, where the main thread finds it.
const { knowledge, cacheDir } = workerData as ModelOrder;
loadModel(trainingData(knowledge), cacheDir);
