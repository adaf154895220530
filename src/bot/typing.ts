import type { TurnContext } from 'botbuilder';
import type { IncomingActivity } from './incoming-activity.ts';

/** A reply is there within milliseconds; the indicator is for a turn that waits for its place or for the store. */
const typingAfterMs = 700;

/**
 * Shows the typing indicator if a message is not answered soon. Not where replies are expected in the response: nothing
 * may be sent then, and it would arrive with the reply.
 * @returns ends it; to be called when the turn is over
 */
export function showTypingWhenSlow(context: TurnContext, activity: IncomingActivity): () => void {
  if (activity.type !== 'message' || activity.deliveryMode === 'expectReplies') return () => undefined;
  const timer = setTimeout(() => {
    // Only an indicator: where it cannot be sent, the reply will tell.
    context.sendActivity({ type: 'typing' }).catch(() => undefined);
  }, typingAfterMs);
  return () => clearTimeout(timer);
}
