import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AnswerlineError } from '../errors.ts';
import { type Fault, formatFault } from '../knowledge/fault.ts';
import type { Lang } from '../knowledge/knowledge.ts';
import { parseYaml, validate } from '../knowledge/yaml-source.ts';
import { type WordingKey, type WordingValues, wordingTable } from './wording-table.ts';

/** Says the sentence of a key in one language, its placeholders filled. */
export type Say = <K extends WordingKey>(key: K, ...values: WordingValues<K>) => string;

/** The assistant's own sentences, by language. */
export type Wording = Readonly<Record<Lang, Say>>;

/** The folder that ships. */
export const wordingDir = fileURLToPath(new URL('../../dialogs/wording', import.meta.url));

const languages = ['en', 'es'] as const satisfies readonly Lang[];
const placeholder = /\{(\w+)\}/g;

/**
 * Reads and checks `<dir>/en.yaml` and `<dir>/es.yaml`: exactly the keys of the wording table, each with exactly its placeholders.
 * @throws AnswerlineError `KNOWLEDGE_INVALID` with every fault as `file:line: what is wrong`
 */
export function loadWording(dir: string = wordingDir): Wording {
  const faults: Fault[] = [];
  const [en, es] = languages.map((lang) => readTexts(dir, lang, faults));
  if (!en || !es || faults.length > 0) {
    const lines = faults.map((fault) => `  ${formatFault(fault)}`);
    throw new AnswerlineError('KNOWLEDGE_INVALID', [`The wording in ${dir} cannot be used:`, ...lines].join('\n'));
  }
  return { en: speaker(en), es: speaker(es) };
}

type Texts = ReadonlyMap<string, string>;

function readTexts(dir: string, lang: Lang, faults: Fault[]): Texts | null {
  const file = `${lang}.yaml`;
  const addFault = (name: string, line: number, message: string): void => {
    faults.push({ file: name, line, message });
  };
  let text: string;
  try {
    text = readFileSync(path.join(dir, file), 'utf8');
  } catch {
    addFault(file, 1, 'the file cannot be read; both languages must be complete');
    return null;
  }
  const source = parseYaml(file, text, 1, addFault);
  const groups = source && validate(file, source, fileSchema, addFault);
  if (!groups) return null;
  return new Map(
    Object.entries(groups).flatMap(([group, texts]) =>
      Object.entries(texts).map(([name, said]) => [`${group}.${name}`, said] as const),
    ),
  );
}

/** One object a dialog; keys that are missing or unknown are faults. */
const fileSchema = z.strictObject(
  Object.fromEntries(
    [...Map.groupBy(Object.entries(wordingTable), ([key]) => key.split('.')[0]!)].map(([group, entries]) => [
      group,
      z.strictObject(Object.fromEntries(entries.map(([key, names]) => [key.split('.')[1]!, sentence(names)]))),
    ]),
  ),
);

function sentence(wanted: readonly string[]) {
  return z
    .string('a sentence is missing')
    .trim()
    .min(1, 'a sentence is missing')
    .superRefine((text, context) => {
      const found = Array.from(text.matchAll(placeholder), (match) => match[1]!);
      for (const name of wanted) if (!found.includes(name)) context.addIssue(`{${name}} is missing`);
      for (const name of found) if (!wanted.includes(name)) context.addIssue(`{${name}} is not known here`);
    });
}

function speaker(texts: Texts): Say {
  return (key, ...[values]) => {
    const given: Readonly<Record<string, string>> = values ?? {};
    return texts.get(key)!.replace(placeholder, (_, name: string) => given[name] ?? '');
  };
}
