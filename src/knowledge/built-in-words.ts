import { readFileSync } from 'node:fs';
import { AnswerlineError } from '../errors.ts';
import { emptyTable, readGlossary } from './glossary.ts';

type Glossary = Readonly<Record<string, readonly string[]>>;

/**
 * Everyday and official Spanish, so that a folder of English pages alone can be asked in Spanish.
 * @throws AnswerlineError KNOWLEDGE_INVALID naming the line, when the file was edited into something unreadable
 */
export const builtInGlossary = once(() => readBuiltIn('spanish-glossary.txt'));

/** Everyday English and what official pages may call it: lines as `Vocabulary.everyday` has them. */
export const builtInEverydayWords = once((): readonly string[] =>
  textOf('everyday-english.txt')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);

/** A folder's own entries before the built-in ones. */
export function withBuiltInGlossary(own: Glossary): Glossary {
  return Object.assign(emptyTable(), builtInGlossary(), own);
}

function readBuiltIn(file: string): Glossary {
  return readGlossary(textOf(file), (index) => {
    throw new AnswerlineError(
      'KNOWLEDGE_INVALID',
      `src/knowledge/${file}:${index + 1}: write forms, a colon and English words`,
    );
  });
}

function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
