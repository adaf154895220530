import type { ContactFact, Lang } from '../knowledge/knowledge.ts';
import type { Choice, ConversationState } from './conversation-state.ts';

/** Words of a page, exactly as they stand there. */
export interface Passage {
  readonly text: string;
  readonly section: string;
}

/** Where passages come from, as shown under them. */
export interface Source {
  readonly section: string;
  /** Heading of the section. */
  readonly heading: string;
  /** Title of the page. */
  readonly title: string;
  /** Link shown (archive copy where there is one) with a text fragment; null where the page has no address. */
  readonly url: string | null;
  readonly archived: boolean;
  /** BCP 47 tag of the page's words, so that a screen reader reads them in their own language. */
  readonly lang?: string;
  /** ISO date or null. */
  readonly reviewed: string | null;
  /** Reviewed more than a year before the turn, or never said. */
  readonly old: boolean;
  /** The line under the passages, in the visitor's language: heading, title, review date, "archived copy". */
  readonly label: string;
}

/** A contact as shown: only facts of the contact table, already in the visitor's language. */
export interface ContactCard {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  /** Facts shown at once, in order. */
  readonly facts: readonly ShownFact[];
  /** Facts behind a disclosure or chip (TTY, from abroad). */
  readonly more: readonly ShownFact[];
}

export interface ShownFact {
  readonly kind: ContactFact['kind'];
  /** E.g. "Phone", "From outside the U.S.", "TTY". */
  readonly label: string;
  readonly value: string;
  readonly href: string | null;
}

/**
 * What every reply consists of, in the order it is read:
 * `before` (own words), `passages` and `source` (the page's), `contacts`, `after` (own words), `choices` (chips).
 */
interface ReplyParts {
  readonly lang: Lang;
  /** Calibrated confidence of the decision, 0 to 1. */
  readonly confidence: number;
  readonly before: readonly string[];
  readonly passages: readonly Passage[];
  readonly sources: readonly Source[];
  readonly contacts: readonly ContactCard[];
  readonly after: readonly string[];
  readonly choices: readonly Choice[];
  /** Whether thumbs up and down belong under it. */
  readonly feedback: boolean;
}

export interface AnswerReply extends ReplyParts {
  readonly kind: 'answer';
  readonly section: string;
}
export interface ClarifyReply extends ReplyParts {
  readonly kind: 'clarify';
}
export interface HandoffReply extends ReplyParts {
  readonly kind: 'handoff';
}
export interface EmergencyReply extends ReplyParts {
  readonly kind: 'emergency';
}
export interface ReferralReply extends ReplyParts {
  readonly kind: 'referral';
  readonly topic: string | null;
}
export interface AboutReply extends ReplyParts {
  readonly kind: 'about';
}
export interface SmalltalkReply extends ReplyParts {
  readonly kind: 'smalltalk';
  /** The conversation was erased by this turn: what was said before need not stay on a screen either. */
  readonly erased?: true;
}
export interface UnknownReply extends ReplyParts {
  readonly kind: 'unknown';
  /** Nearest section of a near miss; null where nothing is near. */
  readonly section: string | null;
}

/** Closed union: channels render every kind, and only they know cards and markdown. */
export type Reply =
  | AnswerReply
  | ClarifyReply
  | HandoffReply
  | EmergencyReply
  | ReferralReply
  | AboutReply
  | SmalltalkReply
  | UnknownReply;

export type ReplyKind = Reply['kind'];

/** What the dialogs decide about one turn. */
export interface TurnOutcome {
  /** In the order to send; the most urgent first. Empty: nothing to say (a pressed thumb). */
  readonly replies: readonly Reply[];
  /** State after the turn; null deletes it ("start over"). */
  readonly state: ConversationState | null;
  /** `replies-only`: the visitor's words of this turn must be persisted nowhere (report and emergency turns). */
  readonly retention: 'full' | 'replies-only';
}
