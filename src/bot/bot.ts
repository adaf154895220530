import type { TurnContext } from 'botbuilder';
import type { TurnOutcome } from '../conversation/reply.ts';
import type { TurnEvent } from '../conversation/turn.ts';
import type { BotChannel } from './bot-channel.ts';
import { type IncomingActivity, READ_ACTIVITY, readActivity } from './incoming-activity.ts';
import { type InvokeHandlers, sendInvokeResult } from './invoke.ts';
import { OUTBOX, type Outbox } from './outbox.ts';
import { runTurn, type TurnParts } from './run-turn.ts';
import { turnEvent } from './turn-event.ts';
import { showTypingWhenSlow } from './typing.ts';

export interface BotParts extends TurnParts {
  /** The channel an activity came through; `embedded`: our own Direct Line, not Azure's. */
  readonly channelOf: (activity: IncomingActivity, embedded: boolean) => BotChannel;
  /** Invokes answered from the knowledge alone (search in the compose box, link unfurling). */
  readonly invokes: InvokeHandlers;
  /** Invokes that are events of the conversation (a pressed thumb): the turn runs, then 200 is answered. */
  readonly invokeEvents: ReadonlyMap<string, (activity: IncomingActivity) => TurnEvent | null>;
  /** Runs after a turn that was answered through a Bot Framework channel, e.g. to initiate a hand-off. */
  readonly afterTurn?: (context: TurnContext, outcome: TurnOutcome) => Promise<void>;
}

/** What an adapter runs for every activity (`adapter.run(context, logic)`). */
export type BotLogic = (context: TurnContext) => Promise<void>;

/**
 * The bot: decides what an activity is, and runs a turn for those that say something.
 * A function instead of the SDK's `ActivityHandler`, which trusts the fields it dispatches on, so that any body gets
 * an answer the protocol knows: nothing to say is silence, an unknown invoke 501, a malformed one 400.
 */
export function createBot(parts: BotParts): BotLogic {
  return async (context) => {
    const activity: IncomingActivity | null = context.turnState.get(READ_ACTIVITY) ?? readActivity(context.activity);
    if (activity === null) return;
    if (activity.type === 'invoke') await answerInvoke(context, activity, parts);
    else await answerEvent(context, activity, turnEvent(activity), parts);
  };
}

async function answerInvoke(context: TurnContext, activity: IncomingActivity, parts: BotParts): Promise<void> {
  const name = activity.name ?? '';
  const handler = parts.invokes.get(name);
  if (handler) return sendInvokeResult(context, await handler(activity));
  const readEvent = parts.invokeEvents.get(name);
  if (!readEvent) return sendInvokeResult(context, { status: 501 });
  const event = readEvent(activity);
  if (event === null) return sendInvokeResult(context, { status: 400 });
  await answerEvent(context, activity, event, parts);
  await sendInvokeResult(context, { status: 200 });
}

async function answerEvent(
  context: TurnContext,
  activity: IncomingActivity,
  event: TurnEvent | null,
  parts: BotParts,
): Promise<void> {
  if (event === null) return;
  const outbox: Outbox | undefined = context.turnState.get(OUTBOX);
  const channel = parts.channelOf(activity, outbox !== undefined);
  const endTyping = showTypingWhenSlow(context, activity);
  const outcome = await runTurn({ context, activity, event, channel, outbox }, parts).finally(endTyping);
  if (outcome && !outbox && parts.afterTurn) await parts.afterTurn(context, outcome);
}
