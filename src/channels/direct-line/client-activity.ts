import { z } from 'zod';
import { feedbackEvent } from './protocol.ts';

/** An id a client chose: short and of plain characters, so that no words of a visitor can be kept as one. */
const clientId = z
  .string()
  .regex(/^[\w.:|-]{1,64}$/)
  .optional()
  .catch(undefined);

const locale = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/)
  .optional()
  .catch(undefined);

const activitySchema = z.object({
  type: z.string().min(1).max(64),
  id: clientId,
  text: z.string().nullish(),
  locale,
  name: z.string().max(128).optional().catch(undefined),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z.object({ clientActivityID: clientId }).optional().catch(undefined),
});

const startSchema = z.object({ locale }).catch({ locale: undefined });

/** What a client's activity is to us. Fields not named here (`from`, `timestamp`, entities, ...) are not taken from clients. */
export type ClientRequest =
  | {
      readonly kind: 'message' | 'feedback';
      readonly text: string | undefined;
      readonly value: unknown;
      readonly locale: string | undefined;
      /** Names by which the same activity sent again is recognised. */
      readonly ids: readonly string[];
      readonly clientActivityId: string | undefined;
    }
  /** The visitor leaves for good. */
  | { readonly kind: 'end' }
  /** Typing and events that mean nothing here: accepted and dropped. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'attachment' }
  | { readonly kind: 'malformed' };

export function readClientActivity(body: unknown): ClientRequest {
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) return { kind: 'malformed' };
  const { type, id, text, name, value, channelData, attachments, ...activity } = parsed.data;
  if (type === 'endOfConversation') return { kind: 'end' };
  if (attachments && attachments.length > 0) return { kind: 'attachment' };
  const feedback = type === 'event' && name === feedbackEvent;
  if (type !== 'message' && !feedback) return { kind: 'ignored' };
  const clientActivityId = channelData?.clientActivityID;
  return {
    kind: feedback ? 'feedback' : 'message',
    text: text ?? undefined,
    value,
    locale: activity.locale,
    ids: [...(clientActivityId ? [`client:${clientActivityId}`] : []), ...(id ? [`id:${id}`] : [])],
    clientActivityId,
  };
}

/** The language hint of a start's body; anything else in it is not ours to take. */
export function readStart(body: unknown): { readonly locale: string | undefined } {
  return { locale: startSchema.parse(body ?? {}).locale };
}
