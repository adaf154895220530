import type { TurnContext } from 'botbuilder';
import { freshState } from '../conversation/conversation-state.ts';
import type { Reply, TurnOutcome } from '../conversation/reply.ts';
import type { Turn, TurnEvent } from '../conversation/turn.ts';
import { AnswerlineError } from '../errors.ts';
import type { Lang } from '../knowledge/knowledge.ts';
import type { BotChannel } from './bot-channel.ts';
import { conversationKey } from './conversation-key.ts';
import type { ConversationStore, OpenTurn } from './conversation-store.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import type { Outbox } from './outbox.ts';
import { reportReply, type TurnReport } from './turn-report.ts';

/** What a turn needs of the rest of the house. */
export interface TurnParts {
  readonly route: (turn: Turn) => TurnOutcome;
  readonly store: ConversationStore;
  /** The line added while the store is down: what was said before is forgotten and what follows may be. */
  readonly unkeptNotice: (lang: Lang) => string;
  readonly clock: () => Date;
  readonly report: (report: TurnReport) => void;
}

/** One activity on its way through the bot. */
export interface Incoming {
  readonly context: TurnContext;
  readonly activity: IncomingActivity;
  readonly event: TurnEvent;
  readonly channel: BotChannel;
  readonly outbox: Outbox | undefined;
}

/**
 * Runs one turn: waits for the conversation, recalls re-sent activities, routes, sends, commits once.
 * Without an outbox replies are sent before the commit: a turn lost in between is answered again rather than never.
 * While the store is down it runs on a fresh state and keeps nothing, so that 911 and the tip line are always given.
 * @returns what was decided, null for an activity answered before
 * @throws what sending or routing throws, and `TURN_SUPERSEDED`
 */
export async function runTurn(incoming: Incoming, parts: TurnParts): Promise<TurnOutcome | null> {
  const started = performance.now();
  const { outbox } = incoming;
  const key = outbox?.conversationKey ?? conversationKey(incoming.activity);
  const remember = outbox?.remember ?? rememberActivity(incoming.activity);
  let sent: TurnOutcome | null = null;

  const inOrder = async (open: OpenTurn): Promise<string | null> => {
    const known = await recall(open, Object.keys(remember));
    if (known !== null) return known;
    if (incoming.event.type === 'welcome' && open.state?.welcomed) return '';
    const outcome = parts.route(turnOf(incoming, open.state ?? freshState, parts.clock()));
    await send(incoming, outcome.replies);
    sent = outcome;
    await open.commit({ state: outcome.state, remember, log: outbox?.entries(outcome.retention) ?? [] });
    return null;
  };
  const finish = (result: TurnReport['result'], outcome: TurnOutcome | null) => {
    parts.report(turnReport(incoming, result, outcome, performance.now() - started));
    return outcome;
  };

  try {
    const known = await parts.store.withTurn(key, inOrder);
    outbox?.settled(known === null ? { status: 'committed' } : { status: 'repeated', result: known });
    return finish(known === null ? 'answered' : 'repeated', known === null ? sent : null);
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    const outcome = sent ?? parts.route(turnOf(incoming, freshState, parts.clock()));
    const noticed = withNotice(outcome.replies, parts.unkeptNotice);
    await send(incoming, sent === null ? noticed : noticed.slice(outcome.replies.length));
    outbox?.settled({ status: 'unkept' });
    return finish('unkept', outcome);
  }
}

function turnOf({ activity, channel, event }: Incoming, state: Turn['state'], now: Date): Turn {
  return {
    event,
    langHint: langHint(activity.locale),
    channel: channel.traits(activity),
    state,
    today: now.toISOString().slice(0, 10),
  };
}

async function send({ context, activity, channel }: Incoming, replies: readonly Reply[]): Promise<void> {
  if (replies.length === 0) return;
  await context.sendActivities(replies.map((reply) => channel.render(reply, activity)));
}

async function recall(open: OpenTurn, ids: readonly string[]): Promise<string | null> {
  for (const id of ids) {
    const known = await open.recall(id);
    if (known !== null) return known;
  }
  return null;
}

/** An edit carries the id of the message it replaces, so its time belongs to its identity. */
function rememberActivity({ id, type, timestamp }: IncomingActivity): Record<string, string> {
  // Without a prototype it is a table from the start: ids as fields of an ordinary object make a new shape for each.
  const remembered: Record<string, string> = Object.create(null);
  if (id !== undefined) remembered[type === 'messageUpdate' ? `${id} edited ${timestampOf(timestamp)}` : id] = id;
  return remembered;
}

function timestampOf(timestamp: string | Date | undefined): string {
  return timestamp instanceof Date ? String(timestamp.getTime()) : (timestamp ?? '');
}

/** The notice is a reply of its own, last, so that 911 and the tip line stand first. */
function withNotice(replies: readonly Reply[], notice: TurnParts['unkeptNotice']): readonly Reply[] {
  const lang = replies[0]?.lang;
  if (lang === undefined) return replies;
  const line: Reply = {
    kind: 'about',
    lang,
    confidence: 1,
    before: [notice(lang)],
    passages: [],
    sources: [],
    contacts: [],
    after: [],
    choices: [],
    feedback: false,
  };
  return [...replies, line];
}

function langHint(locale: string | undefined): Lang | null {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'en' || language === 'es' ? language : null;
}

function isStoreUnavailable(error: unknown): boolean {
  return error instanceof AnswerlineError && error.code === 'STORE_UNAVAILABLE';
}

function turnReport(
  { activity, channel, event }: Incoming,
  result: TurnReport['result'],
  outcome: TurnOutcome | null,
  milliseconds: number,
): TurnReport {
  return {
    channel: channel.traits(activity).name,
    event: event.type,
    rating: event.type === 'feedback' ? event.rating : null,
    result,
    replies: (outcome?.replies ?? []).map(reportReply),
    milliseconds,
  };
}
