import type { Activity } from 'botframework-schema';
import type { BotChannel } from '../../bot/bot-channel.ts';
import { type IncomingActivity, isGroup } from '../../bot/incoming-activity.ts';
import { replyLines } from '../../conversation/plain-text.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { ChannelTraits } from '../../conversation/turn.ts';
import type { Wording } from '../../conversation/wording.ts';
import { escapeMarkdown } from '../markdown.ts';
import { cardAttachment } from './adaptive-card.ts';
import { citedSources, messageEntity } from './citations.ts';
import { clip } from './clip.ts';
import { fitMessage } from './fit-message.ts';
import { replyCard } from './reply-card.ts';

export interface TeamsParts {
  readonly wording: Wording;
  /** Whether messages carry Teams' "AI generated" label. The words are the page's: off unless an agency wants it. */
  readonly aiLabel: boolean;
  /** One of `teamsHosts`. */
  readonly teamsHost: string;
}

/** Microsoft Teams: what is more than words is a card; answers cite their source in Teams' own way. */
export function createTeamsChannel(parts: TeamsParts): BotChannel {
  return {
    traits: teamsTraits,
    render: (reply) => fitMessage(reply, (fitting) => renderReply(fitting, parts)),
  };
}

function teamsTraits(activity: IncomingActivity): ChannelTraits {
  return { name: 'teams', group: isGroup(activity), keepsMessages: true };
}

function renderReply(reply: Reply, { wording, aiLabel, teamsHost }: TeamsParts): Partial<Activity> {
  const lines = replyLines(reply);
  const cited = citedSources(reply);
  const entity = messageEntity(reply, aiLabel);
  const needsCard = reply.passages.length + reply.sources.length + reply.contacts.length + reply.choices.length > 0;
  const text = needsCard ? citingText(reply) : lines.map(escapeMarkdown).join('\n\n');
  const say = wording[reply.lang];
  return {
    type: 'message',
    locale: reply.lang,
    textFormat: 'markdown',
    inputHint: 'acceptingInput',
    // What notifications and the chat list show.
    summary: clip(lines.map((line) => line.replace(/^(> |- )/, '')).join(' '), 200),
    ...(text === '' ? {} : { text }),
    ...(needsCard
      ? { attachments: [cardAttachment(replyCard(reply, { say, teamsHost, withoutBefore: cited.length > 0 }))] }
      : {}),
    ...(entity === null ? {} : { entities: [entity] }),
    ...(reply.feedback ? { channelData: { feedbackLoopEnabled: true } } : {}),
  };
}

/** Citations hang on `[1]` in the message's text; the words they quote are in the card below it. */
function citingText(reply: Reply): string {
  const marks = citedSources(reply).map((source, index) => `**${escapeMarkdown(source.heading)}** [${index + 1}]`);
  return marks.length === 0 ? '' : [...reply.before.map(escapeMarkdown), marks.join(' · ')].join('\n\n');
}
