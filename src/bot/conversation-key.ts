import { hash } from 'node:crypto';
import { type IncomingActivity, isGroup } from './incoming-activity.ts';

/**
 * Name under which state is kept: channel, conversation and, in groups, the person, so that nobody continues another's
 * flow. A SHA-256 (43 characters, base64url): ids come from outside in any length and alphabet, and some are a person's.
 */
export function conversationKey(activity: IncomingActivity): string {
  const person = isGroup(activity) ? (activity.from.aadObjectId ?? activity.from.id) : '';
  const parts = JSON.stringify([activity.channelId, activity.conversation.id, person]);
  return hash('sha256', parts, 'base64url');
}
