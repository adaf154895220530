import { z } from 'zod';

/**
 * An activity as far as the bot reads it. Channels send more, and clients send anything: what is required must be
 * right, and an optional field of the wrong type counts as absent.
 */
export type IncomingActivity = z.infer<typeof activitySchema>;

/** Longest id taken from outside, in characters; Teams' own stay under 300. */
const idLength = 1024;
const id = z.string().min(1).max(idLength);
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const accountSchema = z.looseObject({ id, aadObjectId: lenient(id) });

const activitySchema = z.looseObject({
  type: z.string().min(1).max(64),
  channelId: z.string().min(1).max(64),
  conversation: z.looseObject({
    id,
    isGroup: lenient(z.boolean()),
    /** Teams: `personal`, `groupChat` or `channel`. */
    conversationType: lenient(z.string()),
    tenantId: lenient(z.string()),
  }),
  from: accountSchema,
  recipient: lenient(accountSchema),
  id: lenient(id),
  name: lenient(z.string()),
  action: lenient(z.string()),
  text: lenient(z.string()),
  locale: lenient(z.string().max(35)),
  timestamp: lenient(z.union([z.string(), z.date()])),
  replyToId: lenient(id),
  serviceUrl: lenient(z.string()),
  value: z.unknown().optional(),
  attachments: lenient(z.array(z.unknown())),
  entities: lenient(z.array(z.unknown())),
  membersAdded: lenient(z.array(z.unknown())),
  channelData: lenient(z.record(z.string(), z.unknown())),
});

/** Key of `context.turnState` under which a channel that has read the activity hands it on, so that it is read once. */
export const READ_ACTIVITY = Symbol.for('answerline.activity');

/** The activity, or null where it lacks what every activity has (type, channel, conversation, sender). Never throws. */
export function readActivity(value: unknown): IncomingActivity | null {
  const parsed = activitySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** More than one person reads this conversation. */
export function isGroup({ conversation }: IncomingActivity): boolean {
  return (
    conversation.isGroup === true ||
    conversation.conversationType === 'groupChat' ||
    conversation.conversationType === 'channel'
  );
}
