import { parseArgs } from 'node:util';
import { AnswerlineError } from '../errors.ts';
import { langOf } from './lang-of.ts';
import { optionFault } from './option-fault.ts';

const usage = `Ask the assistant from a terminal.

  npm run -s ask                        chat (Ctrl-D ends it)
  npm run -s ask -- "a question"        one answer
  npm run -s ask -- --jsonl             one JSON object a line in and out: {"text", "lang"?, "id"?, "conversation"?}

Options
  --knowledge DIR   folder with pages/ and, if wanted, agency.yaml, contacts.yaml ... (knowledge)
  --lang en|es      language of the visitor, a hint
  --jsonl           read JSON lines on standard input, write JSON lines
  -h, --help        this text
`;

process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 done; 1 a line or the knowledge could not be read; 2 wrong options. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  // A reader that went away (`| head`) ends the work; it is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    return await run(options);
  } catch (error) {
    if (!(error instanceof AnswerlineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.code === 'USAGE' ? 2 : 1;
  }
}

interface AskArguments {
  readonly knowledge: string;
  readonly lang: 'en' | 'es' | null;
  readonly jsonl: boolean;
  readonly help: boolean;
  readonly question: string | null;
}

async function run({ knowledge, lang, jsonl, question }: AskArguments): Promise<number> {
  // Loaded only now: a wrong option or --help is answered at once.
  const { createAssistant } = await import('./assistant.ts');
  const assistant = createAssistant({ knowledgeDir: knowledge });
  const { askLines } = await import('./ask-lines.ts');
  if (jsonl) return (await askLines(assistant, process.stdin, process.stdout)) > 0 ? 1 : 0;
  const { paintFor, paintReplies } = await import('./paint-replies.ts');
  const paint = paintFor(process.stdout);
  // Some terminals tell no width, or 0.
  const width = process.stdout.isTTY ? process.stdout.columns || 80 : undefined;
  if (question !== null) {
    const { replies } = assistant.turn({ type: 'message', text: question }, lang);
    process.stdout.write(`${paintReplies(replies, paint, width).join('\n')}\n`);
    return 0;
  }
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const { chat } = await import('./ask-chat.ts');
  const wide = width === undefined ? {} : { width };
  await chat(assistant, { input: process.stdin, output: process.stdout, interactive, paint, lang, ...wide });
  return 0;
}

/** The options, or in one sentence what is wrong with them. */
function readOptions(args: readonly string[]): AskArguments | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return optionFault(error);
  }
  const { values, positionals } = parsed;
  const lang = langOf(values.lang);
  if (values.lang !== undefined && lang === null) return `--lang must be en or es, not "${values.lang}"`;
  if (values.jsonl && positionals.length > 0) return '--jsonl reads its questions from standard input';
  return {
    knowledge: values.knowledge,
    lang,
    jsonl: values.jsonl,
    help: values.help,
    question: positionals.length > 0 ? positionals.join(' ') : null,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', default: 'knowledge' },
      lang: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
