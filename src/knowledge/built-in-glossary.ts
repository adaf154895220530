import { readFileSync } from 'node:fs';
import { AnswerlineError } from '../errors.ts';
import { emptyTable, readGlossary } from './glossary.ts';

type Glossary = Readonly<Record<string, readonly string[]>>;

const FILE = 'spanish-glossary.txt';
let builtIn: Glossary | null = null;

/**
 * Everyday and official Spanish, so that a folder of English pages alone can be asked in Spanish.
 * @throws AnswerlineError KNOWLEDGE_INVALID naming the line, when the file was edited into something unreadable
 */
export function builtInGlossary(): Glossary {
  builtIn ??= readGlossary(readFileSync(new URL(FILE, import.meta.url), 'utf8'), (index) => {
    throw new AnswerlineError(
      'KNOWLEDGE_INVALID',
      `src/knowledge/${FILE}:${index + 1}: write forms, a colon and English words`,
    );
  });
  return builtIn;
}

/** A folder's own entries before the built-in ones. */
export function withBuiltInGlossary(own: Glossary): Glossary {
  return Object.assign(emptyTable(), builtInGlossary(), own);
}
