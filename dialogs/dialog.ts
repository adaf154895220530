import type { FindAnswer } from '../src/answering/answer.ts';
import type { ConversationState } from '../src/conversation/conversation-state.ts';
import type { SourceReader } from '../src/conversation/page-source.ts';
import type { Reply } from '../src/conversation/reply.ts';
import type { Turn } from '../src/conversation/turn.ts';
import type { Wording } from '../src/conversation/wording.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Understand } from '../src/understanding/understanding.ts';
import type { SectionNames } from './section-names.ts';

/** What the conversation is made from. */
export interface DialogParts {
  readonly knowledge: Knowledge;
  readonly understand: Understand;
  readonly findAnswer: FindAnswer;
  readonly wording: Wording;
  /** Whether the assistant may call itself an official service of the agency. */
  readonly official: boolean;
  /** Minutes without a message after which a conversation is erased, as the privacy wording tells it; 30 unless given. */
  readonly idleMinutes?: number;
}

/** What one dialog sees of one intent in one turn: everything it needs, nothing it could change. */
export interface Scene extends SourceReader {
  readonly parts: DialogParts;
  readonly names: SectionNames;
  readonly turn: Turn;
  /** State as the dialogs before this one in the same turn left it. */
  readonly state: ConversationState;
  /** The part of the message that shows the intent: what may be searched for. Never repeated in a reply. */
  readonly span: string;
  /** Calibrated confidence of the intent, 0 to 1. */
  readonly confidence: number;
  /** 911 has been named in this turn already. */
  readonly dangerSaid: boolean;
}

/** What a dialog decides: at most one reply, and the state after it; null erases the conversation. */
export interface DialogResult {
  readonly reply: Reply | null;
  readonly state: ConversationState | null;
}

export type Dialog = (scene: Scene) => DialogResult;
