import { z } from 'zod';
import type { IncomingActivity } from './incoming-activity.ts';

const mentionSchema = z.looseObject({
  type: z.string().regex(/^mention$/i),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
});

/**
 * The visitor's words without any mention of the bot; other people stay, by name and without markup.
 * (The SDK removes the bot's first mention only.)
 */
export function textWithoutMentions(activity: IncomingActivity): string | undefined {
  if (activity.text === undefined) return undefined;
  const bot = activity.recipient?.id;
  let text = activity.text;
  for (const entity of activity.entities ?? []) {
    const mention = mentionSchema.safeParse(entity);
    if (!mention.success) continue;
    const isBot = mention.data.mentioned.id === bot;
    text = text.replaceAll(mention.data.text, isBot ? ' ' : nameOf(mention.data.text));
  }
  return text.replace(/ {2,}/g, ' ').trim();
}

function nameOf(mention: string): string {
  return mention.replace(/^<at[^<>]*>/i, '').replace(/<\/at>$/i, '');
}
