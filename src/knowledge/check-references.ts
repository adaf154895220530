import type { AgencyFile } from './agency-file.ts';
import type { AddFault } from './fault.ts';
import type { Contact, IntentExamples } from './knowledge.ts';
import type { Loaded, YamlPath } from './yaml-source.ts';

/** Every contact that agency.yaml names must be in the contact table. */
export function checkContacts(
  { data: agency, source }: Loaded<AgencyFile>,
  contacts: ReadonlyMap<string, Contact>,
  addFault: AddFault,
): void {
  const check = (id: string | undefined, path: YamlPath): void => {
    if (id === undefined || contacts.has(id)) return;
    const message = `there is no contact \`${id}\` in contacts.yaml; add it or correct the name`;
    addFault('agency.yaml', source?.lineOf(path) ?? 1, message);
  };
  for (const key of ['tipLine', 'tipForm', 'emergency', 'crisis'] as const) check(agency[key], [key]);
  for (const [index, id] of agency.people.entries()) check(id, ['people', index]);
  for (const [topic, { contacts: ids }] of Object.entries(agency.topics)) {
    for (const [index, id] of ids.entries()) check(id, ['topics', topic, 'contacts', index]);
  }
}

/** Every topic that intents.yaml has examples of must be in agency.yaml. */
export function checkTopics(
  { data: intents, source }: Loaded<readonly IntentExamples[]>,
  agency: AgencyFile,
  addFault: AddFault,
): void {
  for (const id of new Set(intents.map(({ intent }) => intent))) {
    const topic = /^referral\/(.*)$/.exec(id)?.[1];
    if (topic === undefined || Object.hasOwn(agency.topics, topic)) continue;
    const message = `agency.yaml has no topic \`${topic}\`; add it there or take these examples out`;
    addFault('intents.yaml', source?.lineOf([id]) ?? 1, message);
  }
}
