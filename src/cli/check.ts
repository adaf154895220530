import { parseArgs } from 'node:util';
import { AnswerlineError } from '../errors.ts';
import { formatFault } from '../knowledge/fault.ts';
import { type Inspection, inspectKnowledge } from '../knowledge/warnings.ts';
import { optionFault } from './option-fault.ts';

const usage = `Check a knowledge folder: faults that would stop the start, and what its owner should look at.

  npm run check
  npm run check -- --knowledge DIR

Options
  --knowledge DIR   folder with pages/ and, if wanted, agency.yaml, contacts.yaml ... (knowledge)
  -h, --help        this text
`;

process.exitCode = main(process.argv.slice(2));

/** Exit codes: 0 no faults (there may be warnings); 1 faults; 2 wrong options. */
function main(args: readonly string[]): number {
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
    process.stdout.write(report(inspectKnowledge(values.knowledge, new Date().toISOString().slice(0, 10))));
    return 0;
  } catch (error) {
    if (!(error instanceof AnswerlineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function report({ knowledge, warnings }: Inspection): string {
  const { pages, sections, contacts, agency, intents } = knowledge;
  const messages = intents.reduce((sum, { texts }) => sum + texts.length, 0);
  const summary = [
    counted(pages.length, 'page'),
    counted(sections.size, 'section'),
    counted(contacts.size, 'contact'),
    counted(agency.topics.length, 'topic'),
    counted(messages, 'example message'),
  ].join(', ');
  const lines = warnings.map((warning) => `${formatFault(warning)}\n`);
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}${summary}: no faults, ${counted(warnings.length, 'warning')}.\n`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
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
