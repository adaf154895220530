import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { doubleKeys } from './double-keys.ts';
import type { AddFault } from './fault.ts';

/** A path into a YAML document, as zod gives it. */
export type YamlPath = readonly PropertyKey[];

/** A parsed YAML text that still knows where each value stands. */
export interface YamlSource {
  /** Plain data; every scalar is text, exactly as written. */
  readonly value: unknown;
  /** Line of the value at a path, or of the nearest thing above it that exists. */
  lineOf(path: YamlPath): number;
}

/** A validated file, and where its values stand; no source where there is no file. */
export interface Loaded<T> {
  readonly data: T;
  readonly source: YamlSource | null;
}

/**
 * Parses YAML with every scalar as text: a title 1984, a date and a phone number stay as they are written.
 * @param firstLine line of the file on which the YAML begins, from 1
 * @returns null after a fault
 */
export function parseYaml(file: string, text: string, firstLine: number, addFault: AddFault): YamlSource | null {
  const lines = new LineCounter();
  const options = { schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line) + firstLine - 1;
  for (const error of document.errors) addFault(file, lineAt(error.pos[0]), `broken YAML: ${error.message}`);
  const doubles = doubleKeys(document.contents);
  for (const { key, offset } of doubles)
    addFault(file, lineAt(offset), `\`${key}\` stands here a second time; join the two`);
  if (document.errors.length + doubles.length > 0) return null;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    addFault(file, firstLine, 'broken YAML: its aliases (&, *) cannot be followed; write the values out');
    return null;
  }
  return {
    value,
    lineOf(path) {
      let offset = document.contents?.range?.[0] ?? 0;
      let node: Node | null = document.contents;
      for (const step of path) {
        const found = child(text, node, step);
        if (!found) break;
        offset = found.offset;
        node = found.node;
      }
      return lineAt(offset);
    },
  };
}

/** Validates with zod; each issue becomes a fault on its own line. Null after a fault. */
export function validate<T>(file: string, source: YamlSource, schema: z.ZodType<T>, addFault: AddFault): T | null {
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const where = issue.path.map(String).join('.');
    addFault(file, source.lineOf(issue.path), where ? `${where}: ${issue.message}` : issue.message);
  }
  return null;
}

/** A value one step down, and where its key (in a list: itself) starts. */
function child(text: string, node: Node | null, step: PropertyKey): { node: Node | null; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
    if (!pair || !isNode(pair.key)) return null;
    return { node: isNode(pair.value) ? pair.value : null, offset: pair.key.range?.[0] ?? 0 };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { node: item, offset: item.range?.[0] ?? 0 } : null;
  }
  if (isScalar(node) && typeof step === 'number') {
    // A step into a block of text is one of its lines; they begin below its `|`.
    let offset = node.range?.[0] ?? 0;
    for (let line = 0; line <= step; line += 1) offset = text.indexOf('\n', offset) + 1;
    return { node: null, offset };
  }
  return null;
}
