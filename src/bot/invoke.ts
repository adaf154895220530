import type { TurnContext } from 'botbuilder';
import type { IncomingActivity } from './incoming-activity.ts';

/** What an invoke is answered with: becomes the HTTP response. */
export interface InvokeResult {
  readonly status: number;
  readonly body?: unknown;
}

/** Answers one kind of invoke, by its activity alone; takes no turn and touches no state. */
export type InvokeHandler = (activity: IncomingActivity) => InvokeResult | Promise<InvokeResult>;

/** Handlers by the invoke's name. Whatever is not in it gets 501, as the protocol says. */
export type InvokeHandlers = ReadonlyMap<string, InvokeHandler>;

export async function sendInvokeResult(context: TurnContext, result: InvokeResult): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: result });
}
