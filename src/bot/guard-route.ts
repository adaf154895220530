import { contactCard, mainAddress } from '../conversation/contact-card.ts';
import type { ContactCard, Reply, TurnOutcome } from '../conversation/reply.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Wording } from '../conversation/wording.ts';
import type { Knowledge, Lang } from '../knowledge/knowledge.ts';

export interface GuardParts {
  readonly route: (turn: Turn) => TurnOutcome;
  readonly knowledge: () => Knowledge;
  readonly wording: Wording;
  /** Told of every fault; the visitor's words may be in the error's message, not in its stack's places. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Dialogs that cannot leave a visitor without an answer: where one of them fails, 911 and the tip line are given all the
 * same. The state stays as it was, and since nobody knows what the message was, its words are not kept.
 */
export function guardRoute({ route, knowledge, wording, onFault }: GuardParts): (turn: Turn) => TurnOutcome {
  return (turn) => {
    try {
      return route(turn);
    } catch (error) {
      onFault(error);
      const lang = turn.state.lang ?? turn.langHint ?? 'en';
      return { replies: [breakdownReply(knowledge(), wording, lang)], state: turn.state, retention: 'replies-only' };
    }
  };
}

function breakdownReply({ agency, contacts }: Knowledge, wording: Wording, lang: Lang): Reply {
  const say = wording[lang];
  const emergency = contacts.get(agency.emergency);
  const number = emergency ? mainAddress(emergency, lang) : null;
  const cards = [agency.emergency, agency.tipLine].flatMap((id): ContactCard[] => {
    const contact = id === null ? undefined : contacts.get(id);
    return contact ? [contactCard(contact, lang, say)] : [];
  });
  return {
    kind: 'about',
    lang,
    confidence: 1,
    before: [...(number === null ? [] : [say('danger.ifAny', { emergency: number })]), say('store.breakdown')],
    passages: [],
    sources: [],
    contacts: cards,
    after: [],
    choices: [],
    feedback: false,
  };
}
