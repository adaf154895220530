import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Model } from './classifier.ts';
import { type EncodeMessage, makeEncodeMessage } from './encode-message.ts';
import { defaultFeatureOptions } from './features.ts';
import { decodeModel, encodeModel } from './model-file.ts';
import { trainModel } from './train-model.ts';
import { builtInTrainingData, type TrainingData } from './training-data.ts';
import { makeTranslateWords } from './translate-words.ts';

/** Where `npm run train` puts the models that ship. */
export const shippedModels = fileURLToPath(new URL('./models/', import.meta.url));

/**
 * The model for this data: the shipped one or a cached one whose name is the data's hash, else a newly trained one, which
 * is cached where a directory is given. A cache that cannot be read or written is as good as none.
 */
export function loadModel(data: TrainingData, cacheDir: string | null): Model {
  for (const dir of [shippedModels, cacheDir]) {
    const stored = dir === null ? null : readModel(path.join(dir, modelFileName(data)));
    if (stored !== null) return stored;
  }
  const known = trained.get(data.hash);
  if (known !== undefined) return known;
  const bytes = adapted(data) ?? trainStored(data);
  if (cacheDir !== null) store(path.join(cacheDir, modelFileName(data)), bytes);
  const model = decodeModel(bytes);
  if (model === null) throw new Error('a model just written cannot be read');
  trained.clear();
  trained.set(data.hash, model);
  return model;
}

/** The last model trained here: content that is loaded again, with the same examples, need not be learnt again. */
const trained = new Map<string, Model>();

/** Of the built-in examples, every how manieth is gone through again so that they are not forgotten. */
const REMINDERS = 4;

/**
 * A folder's model from the built-in one that ships: only what the folder adds is learnt, which takes about a second
 * instead of several. Null where the built-in model is missing or stale.
 */
function adapted(data: TrainingData): Buffer | null {
  const builtIn = builtInTrainingData();
  const base = readModel(path.join(shippedModels, modelFileName(builtIn)));
  if (base === null) return null;
  const reminders = builtIn.texts().filter((_, i) => i % REMINDERS === 0);
  return encodeModel(trainModel([...data.ownTexts, ...reminders], encoderOf(data), { base }));
}

/** Trains a model in the form it is stored in, so that a message is understood alike before and after a restart. */
export function trainStored(data: TrainingData, rounds = 1): Buffer {
  return encodeModel(trainModel(data.texts(), encoderOf(data), { rounds }));
}

/** The features of this data's messages. */
export function encoderOf(data: TrainingData): EncodeMessage {
  return makeEncodeMessage(makeTranslateWords(data.vocabulary), data.names, defaultFeatureOptions);
}

export const modelFileName = (data: TrainingData): string => `intents-${data.hash.slice(0, 16)}.model`;

function readModel(file: string): Model | null {
  try {
    return decodeModel(readFileSync(file));
  } catch {
    return null;
  }
}

function store(file: string, bytes: Buffer): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    // Two processes may train at once: each writes its own file, and the last rename wins with the same bytes.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, bytes);
    renameSync(own, file);
  } catch {
    // Only the next start pays for it.
  }
}
