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
  const linked = contact.facts.filter(({ href }) => href !== null);
  return linked.flatMap((fact) => {
    const title = linked.length === 1 ? contact.name : `${fact.label}: ${URL.parse(fact.href ?? '')?.hostname}`;
    return fact.href?.startsWith('https://') ? [openButton(title, fact.href)] : callButtons(fact, say, teamsHost);
  });
}

function callButtons({ href, value: shown }: ShownFact, say: Say, teamsHost: string): CardButton[] {
  if (!href?.startsWith('tel:')) return [];
  const number = href.slice('tel:'.length);
  // `1-866-DHS-2-ICE (1-866-347-2423)` is too long for a button: the digits are in brackets.
  const value = /\(([\d-]+)\)$/.exec(shown)?.[1] ?? shown;
  const call = openButton(say('teams.call', { number: value }), href);
  return /^\+\d{7,15}$/.test(number)
    ? [call, openButton(say('teams.callWithTeams', { number: value }), teamsCallLink(number, teamsHost))]
    : [call];
}

/** Deep link that opens Teams' dial pad with a number (E.164) of the public telephone network. */
export function teamsCallLink(number: string, teamsHost: string): string {
  return `${teamsHost}/l/call/0/0?users=4:${encodeURIComponent(number)}`;
}
