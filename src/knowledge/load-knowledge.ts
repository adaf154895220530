import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { agencySchema, makeAgency } from './agency-file.ts';
import { builtInContacts } from './built-in-contacts.ts';
import { builtInEverydayWords, withBuiltInGlossary } from './built-in-words.ts';
import { checkContacts, checkTopics } from './check-references.ts';
import { contactsSchema } from './contacts-file.ts';
import { type AddFault, type Fault, KnowledgeError, sortFaults } from './fault.ts';
import type { Contact, Knowledge, Page, Section, Vocabulary } from './knowledge.ts';
import { pageIdOf, parsePage } from './parse-page.ts';
import { type ContentFile, readFolder } from './read-folder.ts';
import { intentsSchema, vocabularySchema } from './training-files.ts';
import { type Loaded, parseYaml, validate } from './yaml-source.ts';

/**
 * Reads and validates a knowledge folder. No side effects: each call gives a fresh object, so that a running
 * assistant can load again and change over only when all is well.
 * @throws KnowledgeError (code `KNOWLEDGE_INVALID`) with every fault of the folder, each with its file and line
 */
export async function loadKnowledge(dir: string): Promise<Knowledge> {
  return loadKnowledgeSync(dir);
}

/** As `loadKnowledge`, where waiting is not possible. */
export function loadKnowledgeSync(dir: string): Knowledge {
  return loadWithFiles(dir).knowledge;
}

/** As `loadKnowledge`, with the files it was made from. */
export function loadWithFiles(dir: string): { readonly knowledge: Knowledge; readonly files: readonly ContentFile[] } {
  const faults: Fault[] = [];
  const addFault: AddFault = (file, line, message) => faults.push({ file, line, message });
  const files = readFolder(dir, addFault);
  const pages = loadPages(files, addFault);
  const contacts = loadContacts(files, addFault);
  const agencyFile = loadYaml(files, 'agency.yaml', agencySchema, addFault);
  const intents = loadYaml(files, 'intents.yaml', intentsSchema, addFault);
  const vocabulary = loadYaml(files, 'vocabulary.yaml', vocabularySchema, addFault);
  if (agencyFile && contacts) checkContacts(agencyFile, contacts, addFault);
  if (agencyFile && intents) checkTopics(intents, agencyFile.data, addFault);
  if (faults.length > 0 || !agencyFile || !contacts || !intents || !vocabulary)
    throw new KnowledgeError(dir, sortFaults(faults));
  const knowledge: Knowledge = {
    agency: makeAgency(agencyFile.data, pages),
    pages,
    sections: sectionsById(pages),
    contacts,
    intents: intents.data,
    vocabulary: withBuiltInWords(vocabulary.data),
    contentHash: hashOf(files),
  };
  return { knowledge, files };
}

function withBuiltInWords(own: Vocabulary): Vocabulary {
  return {
    ...own,
    everyday: [...own.everyday, ...builtInEverydayWords()],
    glossary: withBuiltInGlossary(own.glossary),
  };
}

function loadPages(files: readonly ContentFile[], addFault: AddFault): Page[] {
  const pageFiles = files.filter((file) => file.path.startsWith('pages/'));
  const taken = new Set(pageFiles.map((file) => pageIdOf(file.path)));
  const pages: Page[] = [];
  let order = 0;
  for (const file of pageFiles) {
    const page = parsePage(file, taken, order, addFault);
    if (!page) continue;
    pages.push(page);
    order += page.sections.length;
  }
  return pages;
}

function loadContacts(files: readonly ContentFile[], addFault: AddFault): ReadonlyMap<string, Contact> | null {
  const found = loadYaml(files, 'contacts.yaml', contactsSchema, addFault);
  if (!found) return null;
  const contacts = new Map(found.data);
  for (const contact of builtInContacts) if (!contacts.has(contact.id)) contacts.set(contact.id, contact);
  return contacts;
}

/** A missing or empty file is one that says nothing; null after a fault. */
function loadYaml<T>(
  files: readonly ContentFile[],
  name: string,
  schema: z.ZodType<T>,
  addFault: AddFault,
): Loaded<T> | null {
  const file = files.find(({ path }) => path === name);
  const source = file ? parseYaml(name, file.text, 1, addFault) : null;
  if (file && !source) return null;
  if (!source || source.value === null || source.value === '') return { data: schema.parse({}), source };
  const data = validate(name, source, schema, addFault);
  return data && { data, source };
}

function sectionsById(pages: readonly Page[]): ReadonlyMap<string, Section> {
  return new Map(pages.flatMap((page) => page.sections.map((section) => [section.id, section] as const)));
}

/** Each file's path and bytes, with their lengths so that no two folders run together alike. */
function hashOf(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}
