import type { ClientActivity, WireActivity } from '../../channels/direct-line/protocol.ts';
import { begin, type Conversation, end, post } from '../wire/conversation.ts';
import { createOutbox, type SendTrouble } from '../wire/outbox.ts';
import { createReceiver } from '../wire/receiver.ts';
import type { Outcome } from '../wire/request.ts';
import type { Lang } from '../words/words.ts';
import { isVisitors } from './read-activity.ts';

/** What a chat tells the panel. */
export interface ChatEvents {
  received(activities: readonly WireActivity[]): void;
  status(key: string, status: 'sent' | 'failed', problem?: 'unreachable' | 'tooLong' | 'refused'): void;
  trouble(trouble: SendTrouble | null): void;
  /** The conversation, its token or its watermark is another one. */
  moved(): void;
  /** The conversation is over; the next message begins another. */
  ended(): void;
}

export interface Chat {
  readonly conversation: () => Conversation | null;
  /** Goes on with a conversation of this tab. */
  resume(conversation: Conversation): void;
  /** Begins one, with a welcome. */
  begin(): void;
  /** `quiet`: should a new conversation be needed, its welcome is not shown again. */
  send(key: string, activity: ClientActivity, quiet: boolean): void;
  retry(): void;
  wake(): void;
  sleep(): void;
  /** Ends the conversation here and on the server. */
  forget(): void;
}

/** Milliseconds after which a reply that should have come is asked for. */
const replyPatience = 3000;

/** Holds one conversation: sends through an outbox, receives through a receiver, begins another where the old one ended. */
export function createChat(base: string, lang: () => Lang, events: ChatEvents): Chat {
  let conversation: Conversation | null = null;
  /** Set while a new conversation's welcome is to be passed over: until our own message comes back. */
  let quiet = false;
  let echoes = new Set<string>();
  let sending: SendTrouble | null = null;
  let receiving: SendTrouble | null = null;

  const receiver = createReceiver({
    delivered: (activities, moved) => {
      conversation = moved;
      for (const { channelData } of activities)
        if (channelData?.clientActivityID) echoes.add(channelData.clientActivityID);
      events.received(heard(activities));
      events.moved();
    },
    ended: lost,
    trouble: (status) => {
      receiving =
        status === null ? null : { reason: navigator.onLine ? (status === 0 ? 'unreachable' : 'fault') : 'offline' };
      events.trouble(sending ?? receiving);
    },
  });

  const outbox = createOutbox({
    attempt,
    lost,
    arrived: (key) => echoes.has(key),
    sent: (key) => {
      events.status(key, 'sent');
      // Replies come together with our own message; without it, one of them was lost on the way.
      setTimeout(() => echoes.has(key) || receiver.ask(), replyPatience);
    },
    failed: (key, problem) => events.status(key, 'failed', problem),
    trouble: (trouble) => {
      sending = trouble;
      if (trouble === null) receiving = null;
      events.trouble(sending ?? receiving);
    },
  });

  async function attempt(activity: ClientActivity | null): Promise<Outcome<string>> {
    if (!conversation) {
      const outcome = await begin(base, lang());
      if (!outcome.ok) return outcome;
      conversation = outcome.value.conversation;
      receiver.attach(outcome.value);
      events.moved();
    }
    return activity ? post(conversation, activity) : { ok: true, value: '' };
  }

  function heard(activities: readonly WireActivity[]): readonly WireActivity[] {
    return activities.filter((activity) => {
      if (isVisitors(activity)) quiet = false;
      return !quiet;
    });
  }

  function lost(): void {
    if (!conversation) return;
    conversation = null;
    quiet = true;
    receiver.detach();
    events.ended();
  }

  addEventListener('online', () => {
    sending = null;
    receiving = null;
    events.trouble(null);
    outbox.now();
    receiver.wake();
  });
  addEventListener('offline', () => events.trouble({ reason: 'offline' }));

  return {
    conversation: () => conversation,
    resume: (known) => {
      conversation = known;
      receiver.attach({ conversation: known, streamUrl: null });
    },
    begin: outbox.begin,
    send: (key, activity, passWelcome) => {
      if (!conversation && passWelcome) quiet = true;
      outbox.add(key, activity);
    },
    retry: outbox.now,
    wake: receiver.wake,
    sleep: () => {
      outbox.rest();
      receiver.sleep();
    },
    forget: () => {
      if (conversation) end(conversation);
      conversation = null;
      quiet = false;
      echoes = new Set();
      outbox.clear();
      receiver.detach();
    },
  };
}
