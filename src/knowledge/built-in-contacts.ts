import type { Contact, ContactFact } from './knowledge.ts';

const checked = '2026-11-24';

function dialled(kind: 'phone' | 'text', number: string, source: string): ContactFact {
  const href = `${kind === 'text' ? 'sms' : 'tel'}:${number}`;
  return { kind, value: { en: number, es: number }, href, source, checked, confidence: 'H' };
}

/** What every folder has even where it names no contact: help in danger must never depend on configuration. */
export const builtInContacts: readonly Contact[] = [
  {
    id: 'emergency',
    name: { en: '911', es: '911' },
    purpose: { en: 'Danger to life, or a crime happening now', es: 'Peligro de vida o un delito en curso' },
    facts: [dialled('phone', '911', 'https://www.dhs.gov/hsi/tipline')],
  },
  {
    id: 'crisis-988',
    name: { en: '988 Suicide and Crisis Lifeline', es: '988 Línea de Prevención del Suicidio y Crisis' },
    purpose: { en: 'Someone to talk to, day and night', es: 'Alguien con quien hablar, de día y de noche' },
    facts: [
      dialled('phone', '988', 'https://988lifeline.org/get-help/what-to-expect'),
      dialled('text', '988', 'https://988lifeline.org/get-help/what-to-expect'),
    ],
  },
];
