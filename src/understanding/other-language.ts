import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { fold } from '../language/tokenize.ts';
import type { Intent } from './understanding.ts';

const phrases = z.record(z.string(), z.array(z.string().min(2)));
const file = z.object({ danger: phrases, suicide: phrases, report: phrases });

let loaded: Readonly<Record<'danger' | 'suicide' | 'report', readonly string[]>> | null = null;

/** What a text in a language the assistant does not speak plainly asks for: danger and reports, nothing else. */
export function intentInOtherLanguage(text: string): Intent | null {
  loaded ??= load();
  const folded = fold(text).replace(/['’]/g, "'");
  const has = (list: readonly string[]): boolean => list.some((phrase) => folded.includes(phrase));
  if (has(loaded.suicide)) return { kind: 'emergency', danger: 'suicide' };
  if (has(loaded.danger)) return { kind: 'emergency', danger: 'danger' };
  return has(loaded.report) ? { kind: 'report' } : null;
}

function load(): NonNullable<typeof loaded> {
  const given = file.parse(parse(readFileSync(new URL('./rules/other-languages.yaml', import.meta.url), 'utf8')));
  const list = (languages: Readonly<Record<string, readonly string[]>>) => Object.values(languages).flat().map(fold);
  return { danger: list(given.danger), suicide: list(given.suicide), report: list(given.report) };
}
