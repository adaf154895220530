import type { Reply, ReplyKind } from '../conversation/reply.ts';
import type { ChannelTraits, TurnEvent } from '../conversation/turn.ts';
import type { Lang } from '../knowledge/knowledge.ts';

/** What metrics and logs may know of a turn: never the visitor's words, never an id of a person. */
export interface TurnReport {
  readonly channel: ChannelTraits['name'];
  readonly event: TurnEvent['type'];
  /** Thumb pressed; null for other events. */
  readonly rating: 'up' | 'down' | null;
  /** `answered`: replies sent, state stored. `repeated`: known activity, nothing done. `unkept`: replies sent, store down. */
  readonly result: 'answered' | 'repeated' | 'unkept';
  readonly replies: readonly ReportedReply[];
  /** From the activity's arrival in the bot to the end of its turn, waiting for its place in the conversation included. */
  readonly milliseconds: number;
}

export interface ReportedReply {
  readonly kind: ReplyKind;
  readonly lang: Lang;
  readonly section: string | null;
  readonly topic: string | null;
}

export function reportReply(reply: Reply): ReportedReply {
  return {
    kind: reply.kind,
    lang: reply.lang,
    section: 'section' in reply ? reply.section : null,
    topic: 'topic' in reply ? reply.topic : null,
  };
}
