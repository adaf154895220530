import type { Lang } from '../knowledge/knowledge.ts';
import type { ConversationState } from './conversation-state.ts';

/** How the visitor reached us: decides what may truly be said about privacy, never what is answered. */
export interface ChannelTraits {
  /** `web`: our own Direct Line; `azure`: Azure's Direct Line; `teams`; `cli`: a terminal; `other`: any other Bot Framework channel. */
  readonly name: 'web' | 'azure' | 'teams' | 'cli' | 'other';
  /** More than one person reads along (Teams group chats and channels). */
  readonly group: boolean;
  /** The channel itself keeps what is typed (Teams, Azure's Direct Line): our wording must say so. */
  readonly keepsMessages: boolean;
}

/** What happened: a message, the first contact, or a press of a button that is no message. */
export type TurnEvent =
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'welcome' }
  | { readonly type: 'feedback'; readonly rating: 'up' | 'down'; readonly replyTo: string | null }
  | { readonly type: 'attachment' };

/** One turn of a conversation as the dialogs see it: no SDK, no I/O, no clock. */
export interface Turn {
  readonly event: TurnEvent;
  /** Language of the page or client, a hint; a message clearly in the other language wins. */
  readonly langHint: Lang | null;
  readonly channel: ChannelTraits;
  /** State before this turn; a fresh one in a new conversation. */
  readonly state: ConversationState;
  /** Date of the turn, ISO (YYYY-MM-DD): tells whether a page is old. */
  readonly today: string;
}
