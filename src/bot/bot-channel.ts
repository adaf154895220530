import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply.ts';
import type { ChannelTraits } from '../conversation/turn.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** What the bot must know of a channel; `src/channels` implements it, the app hands it in. */
export interface BotChannel {
  traits(activity: IncomingActivity): ChannelTraits;
  /** One reply as one activity: text, cards, buttons. The adapter fills in sender, recipient and conversation. */
  render(reply: Reply, activity: IncomingActivity): Partial<Activity>;
}
