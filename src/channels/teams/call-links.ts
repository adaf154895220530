import type { ContactCard, ShownFact } from '../../conversation/reply.ts';
import type { Say } from '../../conversation/wording.ts';
import { type CardButton, openButton } from './adaptive-card.ts';

/** Where Teams itself is reached, by cloud: its "call" deep link opens there. */
export const teamsHosts = { public: 'https://teams.microsoft.com', usgov: 'https://gov.teams.microsoft.us' } as const;

/**
 * Buttons of a contact: each number as a `tel:` link and, where it is a full international number, as a call in Teams
 * (never for 911 and 988: emergency calls belong to the phone that knows where it is); each address as it stands.
 */
export function contactButtons(contact: ContactCard, say: Say, teamsHost: string): readonly CardButton[] {
  return contact.facts.flatMap((fact) => factButtons(fact, say, teamsHost));
}

function factButtons(fact: ShownFact, say: Say, teamsHost: string): CardButton[] {
  const { href, value } = fact;
  if (href === null) return [];
  if (/^https:\/\//.test(href)) return [openButton(`${fact.label}: ${new URL(href).hostname}`, href)];
  if (!href.startsWith('tel:')) return [];
  const number = href.slice('tel:'.length);
  const call = openButton(say('teams.call', { number: value }), href);
  return /^\+\d{7,15}$/.test(number)
    ? [call, openButton(say('teams.callWithTeams', { number: value }), teamsCallLink(number, teamsHost))]
    : [call];
}

/** Deep link that opens Teams' dial pad with a number (E.164) of the public telephone network. */
export function teamsCallLink(number: string, teamsHost: string): string {
  return `${teamsHost}/l/call/0/0?users=4:${encodeURIComponent(number)}`;
}
