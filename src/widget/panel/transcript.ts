import type { WireActivity } from '../../channels/direct-line/protocol.ts';
import type { Line, VisitorLine } from './line.ts';
import { isVisitors, replyLine, timeOf } from './read-activity.ts';

/** Most lines held and stored; older ones fall away. */
const most = 200;

/** Adds a message that the visitor has just written. */
export function written(lines: readonly Line[], key: string, text: string, now: number): readonly Line[] {
  const line: VisitorLine = {
    who: 'visitor',
    key,
    id: null,
    text,
    at: now,
    status: 'sending',
    problem: null,
    keep: 'unknown',
  };
  return [...lines, line].slice(-most);
}

/** Changes the visitor's line of that key. */
export function changed(lines: readonly Line[], key: string, change: Partial<VisitorLine>): readonly Line[] {
  return lines.map((line) => (line.who === 'visitor' && line.key === key ? { ...line, ...change } : line));
}

/** Takes in an activity of the stream; the same one twice changes nothing. */
export function received(lines: readonly Line[], activity: WireActivity, now: number): readonly Line[] {
  if (activity.type !== 'message') return lines;
  if (isVisitors(activity)) return echoed(lines, activity, now);
  const line = replyLine(activity, now);
  if (lines.some((known) => known.who === 'assistant' && known.id === line.id)) return lines;
  const urgent = line.reply?.kind === 'handoff' || line.reply?.kind === 'emergency';
  return [...judged(lines, activity.replyToId, urgent ? 'never' : 'yes'), line].slice(-most);
}

function echoed(lines: readonly Line[], activity: WireActivity, now: number): readonly Line[] {
  const key = activity.channelData?.clientActivityID ?? activity.id ?? '';
  const kept = activity.channelData?.answerline?.notKept !== true;
  const known = lines.some((line) => line.who === 'visitor' && (line.key === key || line.id === activity.id));
  if (known) {
    return lines.map((line) => {
      if (line.who !== 'visitor' || (line.key !== key && line.id !== activity.id)) return line;
      return { ...line, id: activity.id ?? line.id, status: 'sent', problem: null, keep: kept ? line.keep : 'never' };
    });
  }
  const line: VisitorLine = {
    who: 'visitor',
    key,
    id: activity.id ?? null,
    text: kept ? (activity.text ?? null) : null,
    at: timeOf(activity, now),
    status: 'sent',
    problem: null,
    keep: kept ? 'unknown' : 'never',
  };
  return [...lines, line].slice(-most);
}

/** The reply tells whether the words it answers may be stored; once "never", always never. */
function judged(lines: readonly Line[], replyTo: string | undefined, keep: 'yes' | 'never'): readonly Line[] {
  const answered =
    lines.findLast((line) => line.who === 'visitor' && line.id !== null && line.id === replyTo) ??
    lines.findLast((line) => line.who === 'visitor');
  return lines.map((line) =>
    line === answered && line.who === 'visitor' && line.keep !== 'never' ? { ...line, keep } : line,
  );
}

/** What this tab may store: nothing unsent, nothing unanswered, and of reports and emergencies only that there was a line. */
export function storable(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line): readonly Line[] => {
    if (line.who !== 'visitor') return [line];
    if (line.status !== 'sent' || line.keep === 'unknown') return [];
    return [line.keep === 'yes' ? line : { ...line, text: null }];
  });
}

/** Without what stands before a reply that says the conversation was erased, where that reply is not among `known`. */
export function sinceErased(lines: readonly Line[], known: readonly Line[]): readonly Line[] {
  const at = lines.findLastIndex(
    (line) =>
      line.who === 'assistant' && line.reply?.kind === 'smalltalk' && line.reply.erased && !known.includes(line),
  );
  return at < 0 ? lines : lines.slice(at);
}

/** Whether a message waits for its reply. */
export function awaiting(lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  return last?.who === 'visitor' && (last.status === 'sending' || last.status === 'sent') && last.text !== null;
}
