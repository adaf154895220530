import type { Lang } from '../knowledge/knowledge.ts';

/**
 * What a message asks for, before anything is looked up.
 * `question` means: see what the pages say (the answering decides whether they do).
 */
export type Intent =
  | { readonly kind: 'emergency'; readonly danger: 'danger' | 'suicide' }
  | { readonly kind: 'report' }
  | { readonly kind: 'tip-line-fact'; readonly fact: TipLineFact }
  | { readonly kind: 'referral'; readonly topic: string }
  | { readonly kind: 'about'; readonly fact: AboutFact }
  | { readonly kind: 'smalltalk'; readonly move: SmalltalkMove }
  | { readonly kind: 'follow-up'; readonly move: 'more' | 'elaborate' | 'repeat' }
  | { readonly kind: 'refuse'; readonly reason: RefusalReason }
  /** `whole`: for the agency or the page as a whole ("what are you even for", "sum it up"). */
  | { readonly kind: 'question'; readonly whole?: true };

export type TipLineFact =
  | 'number'
  | 'hours'
  | 'tty'
  | 'abroad'
  | 'cost'
  | 'online'
  | 'text'
  | 'email'
  | 'anonymity'
  | 'afterwards'
  | 'languages'
  | 'scope';

export type AboutFact =
  | 'identity'
  | 'official'
  | 'human'
  | 'capabilities'
  | 'privacy'
  | 'anonymity'
  | 'languages'
  | 'reviewed'
  | 'source'
  | 'menu'
  | 'maker'
  | 'fault'
  | 'help';

export type SmalltalkMove =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'how-are-you'
  | 'acknowledge'
  | 'decline'
  | 'never-mind'
  | 'start-over'
  | 'empty';

/** `abuse`: insults and hate; `crime`: help with a crime or a false report; `legal`: legal advice; `injection`: attempts to steer the assistant; `opinion`: politics and opinions; `off-topic`: plainly something else. */
export type RefusalReason = 'abuse' | 'crime' | 'legal' | 'injection' | 'opinion' | 'off-topic';

/** A message understood. */
export interface Understanding {
  /** Language to reply in. `other`: clearly neither English nor Spanish (the reply then says so in both). */
  readonly lang: Lang | 'other';
  /** Whether the message itself showed its language, or the hint or state decided. */
  readonly langCertain: boolean;
  /** All intents found, most urgent first, at least one. Mixed messages have several ("thanks, and I want to report ..."). */
  readonly intents: readonly ScoredIntent[];
  /** Cut, cleaned text (at most 1,000 characters and 200 words): what search may see. */
  readonly text: string;
  /** The message was longer than what was read. */
  readonly truncated: boolean;
}

export interface ScoredIntent {
  readonly intent: Intent;
  /** Calibrated, 0 to 1. */
  readonly confidence: number;
  /** The part of the message that shows it (for `question`: what to search for). */
  readonly span: string;
}

/** Understands messages of one knowledge folder. Deterministic: the same input gives the same result. */
export type Understand = (message: string, hint: { readonly lang: Lang | null }) => Understanding;
