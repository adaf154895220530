import { parseArgs } from 'node:util';
import { AnswerlineError } from '../errors.ts';
import { langOf } from './lang-of.ts';
import { optionFault } from './option-fault.ts';

const usage = `Search the pages from a terminal: the retrieval alone, without the conversation.

  npm run -s search -- "some words"     the best sections and their scores
  npm run -s search -- --jsonl          one JSON object a line in and out: {"text", "lang"?, "id"?} to {"id"?, "text", "hits"}

Options
  --knowledge DIR   folder with pages/ and, if wanted, vocabulary.yaml, agency.yaml ... (knowledge)
  --limit N         most hits a question, 1 to 1000 (10)
  --lang en|es      language of questions that do not show one
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

interface SearchArguments {
  readonly knowledge: string;
  readonly limit: number;
  readonly lang: 'en' | 'es' | null;
  readonly help: boolean;
  /** Null: JSON lines. */
  readonly words: string | null;
}

async function run({ knowledge, words, ...settings }: SearchArguments): Promise<number> {
  // Loaded only now: a wrong option or --help is answered at once.
  const { loadKnowledge } = await import('../knowledge/load-knowledge.ts');
  const { createRetriever } = await import('../retrieval/create-retriever.ts');
  const { searchLines, searchText } = await import('./search-lines.ts');
  const retriever = createRetriever(await loadKnowledge(knowledge));
  if (words === null) return (await searchLines(retriever, settings, process.stdin, process.stdout)) > 0 ? 1 : 0;
  const hits = searchText(retriever, words, settings);
  const lines = hits.map(({ section, score }) => `${score.toFixed(3)}  ${section.id}  ${section.trail.join(' / ')}\n`);
  process.stdout.write(lines.length > 0 ? lines.join('') : 'No section fits.\n');
  return 0;
}

/** The options, or in one sentence what is wrong with them. */
function readOptions(args: readonly string[]): SearchArguments | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return optionFault(error);
  }
  const { values, positionals } = parsed;
  const lang = langOf(values.lang);
  const limit = Number(values.limit);
  if (!/^\d{1,4}$/.test(values.limit) || limit < 1 || limit > 1000) {
    return `--limit must be a whole number from 1 to 1000, not "${values.limit}"`;
  }
  if (values.lang !== undefined && lang === null) return `--lang must be en or es, not "${values.lang}"`;
  if (values.help) return { knowledge: values.knowledge, limit, lang, help: true, words: null };
  if (values.jsonl && positionals.length > 0) return '--jsonl reads its questions from standard input';
  if (!values.jsonl && positionals.length === 0) return 'give some words to search for, or --jsonl';
  const words = values.jsonl ? null : positionals.join(' ');
  return { knowledge: values.knowledge, limit, lang, help: false, words };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', default: 'knowledge' },
      limit: { type: 'string', default: '10' },
      lang: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
