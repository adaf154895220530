import type { Reply, WireActivity } from '../../channels/direct-line/protocol.ts';
import type { Chip, ReplyLine } from './line.ts';

/** Whether an activity is the echo of something a visitor sent. */
export function isVisitors(activity: WireActivity): boolean {
  if (activity.from?.role !== undefined) return activity.from.role === 'user';
  return activity.channelData?.clientActivityID !== undefined || /^(dl_|visitor$)/.test(activity.from?.id ?? '');
}

/** Makes a line of a bot's message. */
export function replyLine(activity: WireActivity, now: number): ReplyLine {
  const reply = replyOf(activity);
  return {
    who: 'assistant',
    id: activity.id ?? `${now}`,
    at: timeOf(activity, now),
    reply,
    text: activity.text ?? '',
    chips: reply ? reply.choices : suggested(activity),
    rated: null,
  };
}

/** Time of an activity in milliseconds since 1970; `now` where it names none. */
export function timeOf(activity: WireActivity, now: number): number {
  const time = Date.parse(activity.timestamp ?? '');
  return Number.isNaN(time) ? now : time;
}

/** The structure of a reply, or null where there is none that can be drawn: then its plain text is shown. */
function replyOf(activity: WireActivity): Reply | null {
  const reply = activity.channelData?.answerline?.reply;
  const lists = reply && [reply.before, reply.passages, reply.sources, reply.contacts, reply.after, reply.choices];
  return lists?.every(Array.isArray) ? reply! : null;
}

function suggested(activity: WireActivity): readonly Chip[] {
  return (activity.suggestedActions?.actions ?? [])
    .filter(({ type, value }) => /^(im|post)Back$/.test(type) && typeof value === 'string')
    .map(({ title, value }) => ({ label: title, value: String(value) }));
}
