import { EventFactory, HandoffEventNames, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { BotLogic } from '../../bot/bot.ts';
import type { Reply, TurnOutcome } from '../../conversation/reply.ts';
import type { Wording } from '../../conversation/wording.ts';

export interface HandOffParts {
  /** Queue or desk that takes over; null: no hand-off events are sent or answered. */
  readonly target: string | null;
  readonly wording: Wording;
  /** The hub could not be told: the visitor has been answered all the same. */
  readonly onFailure: (error: unknown) => void;
}

const statusSchema = z.looseObject({ state: z.enum(['accepted', 'failed', 'completed']) });

/**
 * Tells an agents' hub (Bot Framework's hand-off protocol, `handoff.initiate`) that a visitor was given human contacts:
 * topic and language only, never their words and no transcript. Wishes to report and emergencies are never handed off:
 * the tip line and 911 take those.
 */
export function createHandOff({
  target,
  onFailure,
}: HandOffParts): (context: TurnContext, outcome: TurnOutcome) => Promise<void> {
  return async (context, outcome) => {
    const reply = outcome.replies.find(needsPerson);
    if (target === null || reply === undefined || outcome.retention === 'replies-only') return;
    const topic = reply.kind === 'referral' ? reply.topic : null;
    const initiation = EventFactory.createHandoffInitiation(context, { target, topic, lang: reply.lang });
    await context.sendActivity(initiation).catch(onFailure);
  };
}

/** Puts the answer to the hub's `handoff.status` events in front of the bot; other activities go on to it. */
export function answerHandOffStatus(
  bot: BotLogic,
  { target, wording }: Pick<HandOffParts, 'target' | 'wording'>,
): BotLogic {
  if (target === null) return bot;
  return async (context) => {
    const { type, name, locale, value } = context.activity;
    if (type !== 'event' || name !== HandoffEventNames.HandoffStatus) return bot(context);
    const status = statusSchema.safeParse(value);
    if (!status.success) return;
    const say = wording[String(locale).toLowerCase().startsWith('es') ? 'es' : 'en'];
    await context.sendActivity(say(`handOff.${status.data.state}`));
  };
}

/** Replies that give people to turn to: asked for, after three misses, or for a topic of another contact. */
function needsPerson(reply: Reply): boolean {
  if (reply.kind === 'referral') return true;
  return (reply.kind === 'about' || reply.kind === 'unknown') && reply.contacts.length > 0;
}
