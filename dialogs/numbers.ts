import { mainAddress } from '../src/conversation/contact-card.ts';
import type { Scene } from './dialog.ts';

/** The number for danger to life, from the contact table. */
export function emergencyNumber(scene: Scene): string {
  return numberOf(scene, scene.parts.knowledge.agency.emergency) ?? '';
}

/** The number of the suicide and crisis line. */
export function crisisNumber(scene: Scene): string {
  return numberOf(scene, scene.parts.knowledge.agency.crisis) ?? '';
}

/** The tip line's number; null where no tip line is configured. */
export function tipLineNumber(scene: Scene): string | null {
  return numberOf(scene, scene.parts.knowledge.agency.tipLine);
}

function numberOf(scene: Scene, contactId: string | null): string | null {
  const contact = contactId === null ? undefined : scene.parts.knowledge.contacts.get(contactId);
  return contact ? mainAddress(contact, scene.lang) : null;
}
