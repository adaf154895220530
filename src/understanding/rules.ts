import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AnswerlineError } from '../errors.ts';
import { compilePhrases, type PhraseMatcher } from './phrase-pattern.ts';

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
  readonly opening: PhraseMatcher;
  readonly closing: PhraseMatcher;
  readonly injection: PhraseMatcher;
  readonly connective: PhraseMatcher;
  readonly afterComma: PhraseMatcher;
}

let loaded: Rules | null = null;

/**
 * Reads `rules/*.yaml` at the first call; a few milliseconds.
 * @throws AnswerlineError KNOWLEDGE_INVALID naming the file, when a rule file was edited into something unreadable.
 */
export function rules(): Rules {
  loaded ??= {
    ...read('danger.yaml', { danger: 'danger' }),
    ...read('suicide.yaml', { suicide: 'suicide' }),
    ...read('setting.yaml', {
      negatedReport: 'negated-report',
      negatedDanger: 'negated-danger',
      negatedSuicide: 'negated-suicide',
      ended: 'ended',
      present: 'present',
      encyclopaedic: 'encyclopaedic',
      firstPerson: 'first-person',
      figurative: 'figurative',
    }),
    ...read('politeness.yaml', { opening: 'opening', closing: 'closing' }),
    ...read('injection.yaml', { injection: 'injection' }),
    ...read('clauses.yaml', { connective: 'connective', afterComma: 'after-comma' }),
  };
  return loaded;
}

function read<K extends string>(file: string, names: Readonly<Record<K, string>>): Record<K, PhraseMatcher> {
  try {
    const { lists, ...found } = ruleFile.parse(
      parse(readFileSync(new URL(`./rules/${file}`, import.meta.url), 'utf8')),
    );
    const entries = Object.entries<string>(names).map(([key, name]) => {
      const phrases = Object.values(found[name] ?? {}).flat();
      if (phrases.length === 0) throw new Error(`rule ${name} is missing`);
      return [key, compilePhrases(phrases, lists)];
    });
    return Object.fromEntries(entries) as Record<K, PhraseMatcher>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AnswerlineError('KNOWLEDGE_INVALID', `src/understanding/rules/${file}: ${reason}`);
  }
}
