import type { Knowledge } from '../knowledge/knowledge.ts';
import { makeClassify } from './classifier.ts';
import { encoderOf, loadModel } from './load-model.ts';
import { makeRepairTypos } from './repair-typos.ts';
import { trainingData } from './training-data.ts';
import { makeUnderstand } from './understand.ts';
import type { Understand } from './understanding.ts';
import { makeJudge } from './verdict.ts';

export interface UnderstandingOptions {
  /** Where models trained at start-up are kept for the next start; null: nowhere. */
  readonly cacheDir: string | null;
}

/**
 * Makes the understanding of one knowledge folder. Reads a stored model (tens of milliseconds) where one fits the
 * examples, else trains one (seconds).
 * @throws AnswerlineError KNOWLEDGE_INVALID when the folder's examples name an intent or topic there is not.
 */
export function createUnderstanding(knowledge: Knowledge, options: UnderstandingOptions): Understand {
  const data = trainingData(knowledge);
  const model = loadModel(data, options.cacheDir);
  return makeUnderstand(
    makeJudge(makeClassify(model, encoderOf(data)), model.labels),
    makeRepairTypos(model.vocabulary),
    { hasTipLine: knowledge.agency.tipLine !== null },
  );
}
