import { addTypo } from './retrieval/add-typo.ts';
import { type DataSet, readDataSet } from './retrieval/data-sets.ts';
import { type Engine, engines } from './retrieval/engines.ts';
import { ndcg } from './retrieval/ndcg.ts';

const dataSets = ['scifact', 'cranfield', 'squad2'];

export interface RetrievalFigures {
  /** Mean nDCG@10 over the questions. */
  readonly clean: number;
  /** The same with one typo in each question. */
  readonly typo: number;
  readonly indexMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/**
 * Public sets (SciFact, Cranfield, half of SQuAD 2's development part): our retriever beside MiniSearch, lunr, flexsearch
 * and wink-bm25, in one run on one machine.
 *
 * @param data folder that holds `scifact/`, `cranfield/` and `squad2/`
 */
export function benchRetrieval(
  data: string,
  names: readonly string[] = dataSets,
  peers: readonly Engine[] = engines,
): void {
  for (const name of names) {
    const set = readDataSet(data, name);
    console.log(`${name}: ${set.passages.length} passages, ${set.questions.length} questions`);
    console.log(row(['engine', 'nDCG@10', 'one typo', 'index', 'median', 'p99']));
    for (const engine of peers) {
      const { clean, typo, indexMs, medianMs, p99Ms } = measureRetrieval(engine, set);
      console.log(
        row([
          engine.name,
          clean.toFixed(3),
          typo.toFixed(3),
          `${indexMs.toFixed(0)} ms`,
          `${medianMs.toFixed(2)} ms`,
          `${p99Ms.toFixed(2)} ms`,
        ]),
      );
    }
  }
}

export function measureRetrieval(engine: Engine, { passages, questions }: DataSet): RetrievalFigures {
  const started = performance.now();
  const search = engine.build(passages);
  const indexMs = performance.now() - started;
  const times: number[] = [];
  let clean = 0;
  let typo = 0;
  questions.forEach(({ text, relevant }, at) => {
    const asked = performance.now();
    const found = search(text);
    times.push(performance.now() - asked);
    clean += ndcg(found, relevant);
    typo += ndcg(search(addTypo(text, at + 1)), relevant);
  });
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return {
    clean: clean / questions.length,
    typo: typo / questions.length,
    indexMs,
    medianMs: percentile(0.5),
    p99Ms: percentile(0.99),
  };
}

function row([name = '', ...cells]: readonly string[]): string {
  return `  ${name.padEnd(18)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}
