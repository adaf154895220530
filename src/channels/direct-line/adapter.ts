import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { BotLogic } from '../../bot/bot.ts';
import { OUTBOX } from '../../bot/outbox.ts';
import type { EmbeddedOutbox } from './embedded-outbox.ts';

/** Runs one activity through the bot; what it says is in the outbox afterwards. */
export type RunTurn = (activity: Partial<Activity>, outbox: EmbeddedOutbox) => Promise<void>;

/** The SDK's adapter for a channel inside this process: sending fills the outbox, nothing else leaves. */
class EmbeddedAdapter extends BotAdapter {
  readonly runTurn = async (activity: Partial<Activity>, outbox: EmbeddedOutbox, logic: BotLogic): Promise<void> => {
    const context = new TurnContext(this, activity);
    context.turnState.set(OUTBOX, outbox);
    await this.runMiddleware(context, logic);
  };

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const outbox: EmbeddedOutbox | undefined = context.turnState.get(OUTBOX);
    if (outbox === undefined) throw new Error('the turn has no outbox');
    return activities.map((activity) => ({ id: outbox.add(activity) }));
  }

  override async updateActivity(): Promise<void> {
    throw new Error('the embedded Direct Line does not change what was said');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('the embedded Direct Line does not take back what was said');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('the embedded Direct Line speaks only when spoken to');
  }
}

export function createRunTurn(logic: BotLogic): RunTurn {
  const adapter = new EmbeddedAdapter();
  return (activity, outbox) => adapter.runTurn(activity, outbox, logic);
}
