import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AnswerlineError } from '../errors.ts';
import { compilePhrases, type PhraseMatcher, wordsOfPhrases } from './phrase-pattern.ts';
import { makeRepairTypos, type RepairTypos } from './repair-typos.ts';

const phraseList = z.array(z.string().min(1));
const ruleFile = z
  .object({ lists: z.record(z.string(), phraseList).default({}) })
  .catchall(z.record(z.enum(['en', 'es', 'any']), phraseList).or(z.record(z.string(), phraseList)));

/** The shipped rules, one matcher a rule; the languages of a rule are tried together, since visitors mix them. */
export interface Rules {
  readonly danger: PhraseMatcher;
  readonly suicide: PhraseMatcher;
  readonly negatedReport: PhraseMatcher;
  readonly negatedDanger: PhraseMatcher;
  readonly negatedSuicide: PhraseMatcher;
  readonly ended: PhraseMatcher;
  readonly present: PhraseMatcher;
  readonly encyclopaedic: PhraseMatcher;
  readonly firstPerson: PhraseMatcher;
  readonly figurative: PhraseMatcher;
  readonly institutional: PhraseMatcher;
  readonly document: PhraseMatcher;
  readonly wish: PhraseMatcher;
  readonly accusation: PhraseMatcher;
  readonly malice: PhraseMatcher;
  readonly mischief: PhraseMatcher;
  readonly threat: PhraseMatcher;
  readonly conditional: PhraseMatcher;
  readonly urgent: PhraseMatcher;
  readonly opening: PhraseMatcher;
  readonly closing: PhraseMatcher;
  readonly injection: PhraseMatcher;
  readonly connective: PhraseMatcher;
  readonly afterComma: PhraseMatcher;
  /** Puts typing errors in the words of danger right, and no others. */
  readonly repairDanger: RepairTypos;
}

let loaded: Rules | null = null;

/**
 * Reads `rules/*.yaml` at the first call; a few milliseconds.
 * @throws AnswerlineError KNOWLEDGE_INVALID naming the file, when a rule file was edited into something unreadable.
 */
export function rules(): Rules {
  loaded ??= load();
  return loaded;
}

function load(): Rules {
  const danger = readFile('danger.yaml');
  const suicide = readFile('suicide.yaml');
  return {
    ...compiled(danger, { danger: 'danger' }),
    ...compiled(suicide, { suicide: 'suicide' }),
    ...compiled(readFile('setting.yaml'), {
      negatedReport: 'negated-report',
      negatedDanger: 'negated-danger',
      negatedSuicide: 'negated-suicide',
      ended: 'ended',
      present: 'present',
      encyclopaedic: 'encyclopaedic',
      firstPerson: 'first-person',
      figurative: 'figurative',
      institutional: 'institutional',
      threat: 'threat',
      conditional: 'conditional',
      urgent: 'urgent',
    }),
    ...compiled(readFile('politeness.yaml'), { opening: 'opening', closing: 'closing' }),
    ...compiled(readFile('injection.yaml'), { injection: 'injection' }),
    ...compiled(readFile('clauses.yaml'), { connective: 'connective', afterComma: 'after-comma' }),
    ...compiled(readFile('look-alikes.yaml'), { document: 'document' }),
    ...compiled(readFile('report.yaml'), {
      wish: 'wish',
      accusation: 'accusation',
      malice: 'malice',
      mischief: 'mischief',
    }),
    repairDanger: makeRepairTypos([...wordsOf(danger, 'danger'), ...wordsOf(suicide, 'suicide')].sort()),
  };
}

interface RuleFile {
  readonly file: string;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<Record<string, readonly string[]>>;
}

function readFile(file: string): RuleFile {
  return inFile(file, () => {
    const text = readFileSync(new URL(`./rules/${file}`, import.meta.url), 'utf8');
    const { lists, ...found } = ruleFile.parse(parse(text));
    const rules = Object.entries(found).map(([name, languages]) => [name, Object.values(languages).flat()]);
    return { file, lists, rules: Object.fromEntries(rules) };
  });
}

function compiled<K extends string>({ file, lists, rules }: RuleFile, names: Readonly<Record<K, string>>) {
  return inFile(file, () => {
    const entries = Object.entries<string>(names).map(([key, name]) => {
      if (!rules[name]?.length) throw new Error(`rule ${name} is missing`);
      return [key, compilePhrases(rules[name], lists)];
    });
    return Object.fromEntries(entries) as Record<K, PhraseMatcher>;
  });
}

const wordsOf = ({ lists, rules }: RuleFile, name: string): ReadonlySet<string> =>
  wordsOfPhrases(rules[name] ?? [], lists);

function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AnswerlineError('KNOWLEDGE_INVALID', `src/understanding/rules/${file}: ${reason}`);
  }
}
