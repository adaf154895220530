import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { AddFault } from './fault.ts';

/** Largest content file, in bytes: a page longer than this is a mistake, and would stall the start. */
export const maxFileBytes = 2 * 1024 * 1024;

/** The YAML files of a knowledge folder; all may be missing. */
export const yamlFiles = ['agency.yaml', 'contacts.yaml', 'intents.yaml', 'vocabulary.yaml'] as const;

/** A content file as it stands on disk. */
export interface ContentFile {
  /** Path inside the folder, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
  /** The bytes as UTF-8, without a byte order mark. */
  readonly text: string;
}

/** Every content file of a knowledge folder (`pages/**.md` and the YAML files), sorted by path; what cannot be read is a fault. */
export function readFolder(dir: string, addFault: AddFault): ContentFile[] {
  let root: string;
  let names: string[];
  try {
    root = realpathSync(dir);
    names = readdirSync(root);
  } catch {
    addFault('.', 1, `the folder ${dir} cannot be read; name an existing folder that holds pages/*.md`);
    return [];
  }
  const paths: string[] = yamlFiles.filter((name) => names.includes(name));
  for (const name of yamlFiles) {
    const short = name.replace('.yaml', '.yml');
    if (names.includes(short)) addFault(short, 1, `this name is not read; rename it to ${name}`);
  }
  if (names.includes('pages')) paths.push(...listPages(root, 'pages', addFault));
  if (!paths.some((path) => path.startsWith('pages/')))
    addFault('pages', 1, 'there is no page; put at least one Markdown file (name.md) in it');
  return paths
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((path) => readContent(root, path, addFault))
    .filter((file) => file !== null);
}

function listPages(root: string, folder: string, addFault: AddFault): string[] {
  if (!isInside(root, folder, addFault)) return [];
  const paths: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    // Dot names are editors' and mounts' own. A linked folder could lead round in a circle: only linked files are followed.
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) paths.push(...listPages(root, path, addFault));
    else if (entry.name.endsWith('.md')) paths.push(path);
  }
  return paths;
}

function readContent(root: string, path: string, addFault: AddFault): ContentFile | null {
  if (!isInside(root, path, addFault)) return null;
  let bytes: Buffer;
  try {
    const stats = statSync(join(root, path));
    if (!stats.isFile()) {
      addFault(path, 1, 'this is not a file; replace it with a text file');
      return null;
    }
    if (stats.size > maxFileBytes) {
      addFault(path, 1, `the file has ${stats.size} bytes, more than 2 MiB; split it into several`);
      return null;
    }
    bytes = readFileSync(join(root, path));
  } catch {
    addFault(path, 1, 'the file cannot be read; check that it exists and may be read');
    return null;
  }
  if (!isUtf8(bytes)) {
    addFault(path, lineOfBadByte(bytes), 'the text is not valid UTF-8; save the file as UTF-8');
    return null;
  }
  return { path, bytes, text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
}

/** A link may point to another place of the folder (mounted configuration does), never out of it. */
function isInside(root: string, path: string, addFault: AddFault): boolean {
  try {
    if (realpathSync(join(root, path)).startsWith(root + sep)) return true;
    addFault(path, 1, 'this link leads out of the knowledge folder; put the file itself here');
  } catch {
    addFault(path, 1, 'this link leads nowhere; put the file itself here');
  }
  return false;
}

function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return 1;
}
