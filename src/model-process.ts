import { loadKnowledge } from './knowledge/load-knowledge.ts';
import { loadModel } from './understanding/load-model.ts';
import { trainingData } from './understanding/training-data.ts';

// Trains for a knowledge folder and leaves the model in the cache, where the server finds it.
const [knowledgeDir, cacheDir] = process.argv.slice(2);
if (knowledgeDir && cacheDir) loadModel(trainingData(await loadKnowledge(knowledgeDir)), cacheDir);
