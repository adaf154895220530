import { randomUUID } from 'node:crypto';
import type { Activity } from 'botframework-schema';
import type { Outbox, TurnSettlement } from '../../bot/outbox.ts';

/** An outbox with the adapter's and the channel's side of it. */
export interface EmbeddedOutbox extends Outbox {
  /** Takes a reply, gives it id and time; returns its id. */
  add(reply: Partial<Activity>): string;
  /** How the turn ended; null where nothing was to be said. */
  readonly settlement: TurnSettlement | null;
}

export interface OutboxParts {
  readonly conversationKey: string;
  readonly remember: Readonly<Record<string, string>>;
  /** The visitor's activity as it is kept and echoed; null where it is none of the log's (the first contact, a thumb). */
  readonly visitor: Partial<Activity> | null;
  /** Called before the turn is stored, when of the visitor's activity only the ids are. */
  readonly onWordsNotKept: (activityId: string, text: string) => void;
  /** What readers may see at once and never again. */
  readonly onTyping: (typing: Partial<Activity>) => void;
}

export function createOutbox(parts: OutboxParts): EmbeddedOutbox {
  const { visitor } = parts;
  const replies: Partial<Activity>[] = [];
  let settlement: TurnSettlement | null = null;

  return {
    conversationKey: parts.conversationKey,
    remember: parts.remember,
    add: (reply) => {
      const id = randomUUID();
      const stamped = { ...reply, id, timestamp: new Date() };
      if (reply.type === 'typing') parts.onTyping(stamped);
      // Traces are for emulators; whatever else the bot says is said to the visitor.
      else if (reply.type !== 'trace') replies.push(stamped);
      return id;
    },
    entries: (retention) => {
      if (visitor === null) return replies;
      if (retention === 'full') return [visitor, ...replies];
      if (visitor.id !== undefined && visitor.text) parts.onWordsNotKept(visitor.id, visitor.text);
      return [withoutWords(visitor), ...replies];
    },
    settled: (result) => {
      settlement = result;
    },
    get settlement() {
      return settlement;
    },
  };
}

/** Named one by one, so that a field added to visitors' activities later is not kept by accident. */
function withoutWords({
  type,
  id,
  timestamp,
  from,
  recipient,
  conversation,
  channelId,
  channelData,
}: Partial<Activity>) {
  const clientActivityID: string | undefined = channelData?.clientActivityID;
  return {
    ...(type && { type }),
    ...(id && { id }),
    ...(timestamp && { timestamp }),
    ...(from && { from }),
    ...(recipient && { recipient }),
    ...(conversation && { conversation }),
    ...(channelId && { channelId }),
    channelData: { ...(clientActivityID && { clientActivityID }), answerline: { notKept: true } },
  } satisfies Partial<Activity>;
}
