import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AnswerlineError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { modelFileName, shippedModels, trainStored } from '../understanding/load-model.ts';
import { SHIPPED_ROUNDS } from '../understanding/train-model.ts';
import { builtInTrainingData, trainingData } from '../understanding/training-data.ts';
import { optionFault } from './option-fault.ts';

const usage = `Train the intent classifier and store it with the code, so that a start need not.
Without it everything works the same: a start then trains for itself (seconds) and keeps the model under DATA_DIR.

  npm run train                       for knowledge/ and for folders that bring no examples of their own

Options
  --knowledge DIR   another folder's examples
  -h, --help        this text
`;

process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 done; 1 the knowledge could not be read; 2 wrong options. */
async function main(args: readonly string[]): Promise<number> {
  let values: ReturnType<typeof parse>['values'];
  try {
    ({ values } = parse(args));
  } catch (error) {
    process.stderr.write(`${optionFault(error)}\n\n${usage}`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    await train(values.knowledge);
    return 0;
  } catch (error) {
    if (!(error instanceof AnswerlineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function train(dir: string): Promise<void> {
  const wanted = [trainingData(await loadKnowledge(dir)), builtInTrainingData()];
  mkdirSync(shippedModels, { recursive: true });
  for (const file of readdirSync(shippedModels)) if (file.endsWith('.model')) rmSync(path.join(shippedModels, file));
  for (const data of wanted) {
    const start = performance.now();
    const bytes = trainStored(data, SHIPPED_ROUNDS);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const file = path.join(shippedModels, modelFileName(data));
    writeFileSync(file, bytes);
    const size = `${Math.round(bytes.length / 1024)} KB`;
    process.stdout.write(`${path.relative('.', file)}: ${data.texts().length} examples, ${seconds} s, ${size}\n`);
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      knowledge: { type: 'string', default: 'knowledge' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
