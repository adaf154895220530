import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AnswerlineError } from '../errors.ts';
import { createAssistant } from './assistant.ts';
import { inPart, type Part, readExamples } from './evaluation/examples.ts';
import { measure } from './evaluation/measures.ts';
import { askAll } from './evaluation/outcomes.ts';
import { summary } from './evaluation/summary.ts';
import { optionFault } from './option-fault.ts';

const usage = `Measure the assistant on labelled messages and write a report.

  npm run -s evaluate                          the held-out third of evaluation/examples.jsonl
  npm run -s evaluate -- --all                 all of it (--rest: without the held-out third)
  npm run -s evaluate -- --file mine.jsonl     your own: {"text", "lang", "kind", "section"?, "topic"?, "also"?} a line

Options
  --file FILE       examples, one JSON object a line; all of them are used
  --data DIR        folder that holds examples.jsonl (evaluation)
  --knowledge DIR   the content to measure on (knowledge)
  --report FILE     where the report goes (report.html in the folder of --data)
  --all, --rest     more than the held-out third
  --json            print the figures and the outcome of every example as JSON
  -h, --help        this text
`;

process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 done; 1 the knowledge could not be read; 2 wrong options or examples. */
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
    await evaluate(values);
    return 0;
  } catch (error) {
    if (!(error instanceof AnswerlineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.code === 'USAGE' ? 2 : 1;
  }
}

async function evaluate(values: ReturnType<typeof parse>['values']): Promise<void> {
  const file = values.file ?? path.join(values.data, 'examples.jsonl');
  const part: Part = values.all || values.file !== undefined ? 'all' : values.rest ? 'rest' : 'held-out';
  const examples = readExamples(file).filter((example) => inPart(example, part));
  const assistant = createAssistant({ knowledgeDir: values.knowledge });
  // Once for the compiler: the second run is what a visitor would meet.
  askAll(examples, assistant.ask);
  const outcomes = askAll(examples, assistant.ask);
  const measures = measure(outcomes);
  const report = values.report ?? path.join(values.data, 'report.html');
  // The charts' libraries are needed for nothing else.
  const { reportPage } = await import('./evaluation/report-page.ts');
  mkdirSync(path.dirname(report), { recursive: true });
  writeFileSync(report, reportPage(measures, outcomes, `Evaluation: ${path.basename(file)}, ${part}`));
  if (values.json) process.stdout.write(`${JSON.stringify({ file, part, measures, outcomes }, null, 2)}\n`);
  else process.stdout.write(summary(measures, outcomes, report));
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      file: { type: 'string' },
      data: { type: 'string', default: 'evaluation' },
      knowledge: { type: 'string', default: 'knowledge' },
      report: { type: 'string' },
      all: { type: 'boolean', default: false },
      rest: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
