import type { AgencyFile } from './agency-file.ts';
import type { AddFault } from './fault.ts';
import type { Contact } from './knowledge.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** Every contact that agency.yaml names must be in the contact table. */
export function checkReferences(
  agency: AgencyFile,
  source: YamlSource | null,
  contacts: ReadonlyMap<string, Contact>,
  addFault: AddFault,
): void {
  const check = (id: string | undefined, path: YamlPath): void => {
    if (id === undefined || contacts.has(id)) return;
    addFault(
      'agency.yaml',
      source?.lineOf(path) ?? 1,
      `there is no contact \`${id}\` in contacts.yaml; add it or correct the name`,
    );
  };
  for (const key of ['tipLine', 'tipForm', 'emergency', 'crisis'] as const) check(agency[key], [key]);
  for (const [index, id] of agency.people.entries()) check(id, ['people', index]);
  for (const [topic, { contacts: ids }] of Object.entries(agency.topics)) {
    for (const [index, id] of ids.entries()) check(id, ['topics', topic, 'contacts', index]);
  }
}
