import { z } from 'zod';
import type { IncomingActivity } from '../../bot/incoming-activity.ts';
import type { TurnEvent } from '../../conversation/turn.ts';

/** The text a visitor may type beside the thumb is not read: only the thumb counts. */
const submitSchema = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']) }),
});

/** Invoke by which Teams tells of a pressed thumb. */
export const feedbackInvoke = 'message/submitAction';

/** The thumb that was pressed, or null where the value is none that Teams' feedback buttons send. */
export function teamsFeedback(activity: IncomingActivity): TurnEvent | null {
  const parsed = submitSchema.safeParse(activity.value);
  if (!parsed.success) return null;
  const rating = parsed.data.actionValue.reaction === 'like' ? 'up' : 'down';
  return { type: 'feedback', rating, replyTo: activity.replyToId ?? null };
}
