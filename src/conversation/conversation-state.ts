import type { Lang } from '../knowledge/knowledge.ts';

/** What a chip stands for, so that its number or its words can be typed as well. */
export interface Choice {
  /** What the chip shows and, typed back, means. */
  readonly label: string;
  /** The message sent when it is pressed. */
  readonly value: string;
}

/**
 * All that is remembered of a conversation: a handful of fields, never the visitor's words.
 * Gone after the idle time (30 minutes by default) and at once on "start over".
 */
export interface ConversationState {
  /** Language of the last message that showed one. */
  readonly lang: Lang | null;
  readonly welcomed: boolean;
  /** The flow whose messages are neither searched, repeated nor kept. */
  readonly flow: 'none' | 'report' | 'emergency';
  /** Section last answered from, for "tell me more" and pronouns. */
  readonly section: string | null;
  /** Indexes of the sentences of that section already shown. */
  readonly shown: readonly number[];
  /** Referral topic last given. */
  readonly topic: string | null;
  /** Choices last offered, for "2" or "the second one". */
  readonly choices: readonly Choice[];
  /** Misses in a row; the third gives the human contacts. */
  readonly misses: number;
}

/** The state of a conversation in which nothing has been said. */
export const freshState: ConversationState = {
  lang: null,
  welcomed: false,
  flow: 'none',
  section: null,
  shown: [],
  topic: null,
  choices: [],
  misses: 0,
};
