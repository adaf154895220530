import type { Fault } from './fault.ts';
import type { Knowledge } from './knowledge.ts';
import { loadWithFiles } from './load-knowledge.ts';
import { daysBetween, pageWarnings } from './page-warnings.ts';
import type { ContentFile } from './read-folder.ts';
import { parseYaml, type YamlPath } from './yaml-source.ts';

/** Days after which a contact's source should be read again. */
export const contactDays = 180;

/** What does not stop the start but wants a look. */
export interface Inspection {
  readonly knowledge: Knowledge;
  readonly warnings: readonly Fault[];
}

/**
 * Loads a folder and lists what its owner should look at.
 * @param today ISO date (YYYY-MM-DD) that ages are counted to
 * @throws KnowledgeError as `loadKnowledge`
 */
export function inspectKnowledge(dir: string, today: string): Inspection {
  const { knowledge, files } = loadWithFiles(dir);
  const warnings = [
    ...agencyWarnings(knowledge, lines(files, 'agency.yaml')),
    ...contactWarnings(knowledge, lines(files, 'contacts.yaml'), today),
    ...pageWarnings(knowledge, files, today),
  ];
  return { knowledge, warnings };
}

function agencyWarnings({ agency, intents }: Knowledge, lineOf: LineOf): Fault[] {
  const warn = (path: YamlPath, message: string): Fault => ({ file: 'agency.yaml', line: lineOf(path), message });
  const examples = new Set(intents.map(({ intent }) => intent));
  const unheard = agency.topics.filter(({ id }) => !examples.has(`referral/${id}`));
  return [
    ...(agency.tipLine ? [] : [warn([], 'no tipLine is named: who wants to report is told that there is none')]),
    ...unheard.map(({ id }) =>
      warn(['topics', id], `topic ${id} is never found; give examples of it in intents.yaml under \`referral/${id}\``),
    ),
  ];
}

function contactWarnings(knowledge: Knowledge, lineOf: LineOf, today: string): Fault[] {
  const warn = (path: YamlPath, message: string): Fault => ({ file: 'contacts.yaml', line: lineOf(path), message });
  const { emergency, crisis, tipLine, tipForm, people, topics } = knowledge.agency;
  const used = new Set([emergency, crisis, tipLine, tipForm, ...people, ...topics.flatMap(({ contacts }) => contacts)]);
  const warnings: Fault[] = [];
  for (const { id, facts } of knowledge.contacts.values()) {
    if (!used.has(id)) warnings.push(warn([id], `contact ${id} is never shown; name it in agency.yaml or take it out`));
    for (const [index, { kind, value, confidence }] of facts.entries()) {
      if (confidence === 'H') continue;
      const message = `${id}, ${kind} ${value.en}: confidence M; have its owner confirm it, then write H`;
      warnings.push(warn([id, 'facts', index], message));
    }
    const stale = facts.findIndex(({ checked }) => daysBetween(checked, today) > contactDays);
    const checked = facts[stale]?.checked;
    if (checked === undefined) continue;
    const message = `contact ${id} was checked on ${checked}, more than ${contactDays} days ago; read its sources again`;
    warnings.push(warn([id, 'facts', stale], message));
  }
  return warnings;
}

type LineOf = (path: YamlPath) => number;

function lines(files: readonly ContentFile[], name: string): LineOf {
  const file = files.find(({ path }) => path === name);
  const source = file ? parseYaml(name, file.text, 1, () => {}) : null;
  return (path) => source?.lineOf(path) ?? 1;
}
