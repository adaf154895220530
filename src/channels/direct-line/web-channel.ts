import type { BotChannel } from '../../bot/bot-channel.ts';
import { messageChannel } from '../bot-framework/message-channel.ts';
import type { WireChannelData } from './protocol.ts';

/**
 * Our own Direct Line: what any Bot Framework client can show (markdown, hero cards, suggested actions), and beside it
 * the reply as structure, which the widget draws as text without parsing any markup.
 */
export const webChannel: BotChannel = {
  traits: () => ({ name: 'web', group: false, keepsMessages: false }),
  render: (reply, activity) => ({
    ...messageChannel.render(reply, activity),
    channelData: { answerline: { reply } } satisfies WireChannelData,
  }),
};
