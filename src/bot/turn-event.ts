import { z } from 'zod';
import type { TurnEvent } from '../conversation/turn.ts';
import { type IncomingActivity, isGroup } from './incoming-activity.ts';
import { textWithoutMentions } from './mentions.ts';

/** What our own card buttons carry where the client sends a value instead of a text. */
const submitSchema = z.object({ say: z.string().min(1).max(1000) });

const feedbackSchema = z.object({
  rating: z.enum(['up', 'down']),
  replyTo: z.string().max(1024).nullish(),
});

const memberSchema = z.looseObject({ id: z.string() });

/**
 * What an activity means to the dialogs, or null where nothing is to be said: typing, reactions, deletions, other
 * people joining, unknown types and events, values that no button of ours carries.
 */
export function turnEvent(activity: IncomingActivity): TurnEvent | null {
  switch (activity.type) {
    case 'message':
      return messageEvent(activity);
    case 'messageUpdate':
      return isUndelete(activity) ? null : messageEvent(activity);
    case 'conversationUpdate':
      return isBotAdded(activity) ? { type: 'welcome' } : null;
    case 'installationUpdate':
      return activity.action === 'add' || activity.action === 'add-upgrade' ? { type: 'welcome' } : null;
    case 'event':
      return activity.name === 'feedback' ? feedbackEvent(activity.value, activity.replyToId) : null;
    default:
      return null;
  }
}

function messageEvent(activity: IncomingActivity): TurnEvent | null {
  const text = textWithoutMentions(activity);
  if (text) return { type: 'message', text };
  if (isObject(activity.value)) {
    const submit = submitSchema.safeParse(activity.value);
    return submit.success ? { type: 'message', text: submit.data.say } : null;
  }
  // Teams repeats every message as a text/html attachment: that is no file.
  const files = (activity.attachments ?? []).filter((item) => !isObject(item) || item.contentType !== 'text/html');
  return files.length > 0 ? { type: 'attachment' } : { type: 'message', text: text ?? '' };
}

/** In a group only the bot's own arrival counts; alone with the visitor any arrival is the conversation's beginning. */
function isBotAdded(activity: IncomingActivity): boolean {
  const added = (activity.membersAdded ?? []).flatMap((member) => {
    const parsed = memberSchema.safeParse(member);
    return parsed.success ? [parsed.data.id] : [];
  });
  return isGroup(activity) ? added.includes(activity.recipient?.id ?? '') : added.length > 0;
}

/** A thumb pressed: `value` is `{rating: 'up' | 'down', replyTo?}`. Anything else is not ours. */
export function feedbackEvent(value: unknown, replyToId: string | undefined): TurnEvent | null {
  const parsed = feedbackSchema.safeParse(value);
  if (!parsed.success) return null;
  return { type: 'feedback', rating: parsed.data.rating, replyTo: parsed.data.replyTo ?? replyToId ?? null };
}

function isUndelete(activity: IncomingActivity): boolean {
  return activity.channelData?.eventType === 'undeleteMessage';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
