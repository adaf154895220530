import type { Scene } from './dialog.ts';
import type { ReplyDraft } from './make-reply.ts';
import { channelName } from './what-is-kept.ts';

/** What becomes of a conversation: told as it is on the channel this turn came by. */
export function privacy(scene: Scene): ReplyDraft {
  const { say, turn, parts } = scene;
  const minutes = String(parts.idleMinutes ?? 30);
  const group = turn.channel.group ? [say('privacy.group')] : [];
  if (turn.channel.keepsMessages)
    return {
      before: [
        say('privacy.channelKeeps', { channel: channelName(scene) }),
        ...group,
        say('privacy.ours', { minutes }),
        say('privacy.counts'),
      ],
    };
  if (turn.channel.name === 'cli') return { before: [say('privacy.terminal')] };
  return {
    before: [
      `${say('privacy.erased', { minutes })} ${say('privacy.noTranscript')}`,
      ...group,
      `${say('privacy.counts')} ${say('privacy.reports')}`,
    ],
  };
}

/** Whether it is known who writes. */
export function anonymity(scene: Scene): ReplyDraft {
  const { say, turn } = scene;
  const first = turn.channel.keepsMessages
    ? say('about.anonymityKeeps', { channel: channelName(scene) })
    : say('about.anonymity');
  return { before: [first, ...(privacy(scene).before ?? []).slice(0, 1)] };
}
