import { type Choice, type ConversationState, freshState } from '../src/conversation/conversation-state.ts';
import type { Reply, ReplyKind } from '../src/conversation/reply.ts';
import type { ScoredIntent } from '../src/understanding/understanding.ts';
import { chip } from './chips.ts';
import type { Scene } from './dialog.ts';
import { crisisTopic } from './emergency.ts';
import { emergencyNumber } from './numbers.ts';
import { runIntent } from './run-intent.ts';

const repliesAtMost = 3;
const chipsAtMost = 6;

const urgency: Readonly<Record<ReplyKind, number>> = {
  emergency: 0,
  referral: 1,
  handoff: 2,
  answer: 3,
  clarify: 4,
  about: 5,
  unknown: 6,
  smalltalk: 7,
};

/** The replies to all intents of one message, most urgent first, and the state after them; null where it is erased. */
export function inOneTurn(
  scene: Scene,
  intents: readonly ScoredIntent[],
): { readonly replies: readonly Reply[]; readonly state: ConversationState | null } {
  const replies: Reply[] = [];
  let state = scene.state;
  let erased = false;
  let dangerSaid = false;
  const emergencies = intents.filter(({ intent }) => intent.kind === 'emergency');
  const urgent = intents.some(({ intent }) => urgentKinds.has(intent.kind));
  const suicidal = emergencies.some(({ intent }) => intent.kind === 'emergency' && intent.danger === 'suicide');
  for (const { intent, confidence, span } of intents) {
    if (intent.kind === 'emergency' && intent !== emergencies[0]?.intent) continue;
    // What is searched for is the part that asks; the whole message where it asks but once.
    const words = intents.length > 1 && span !== '' ? span : scene.span;
    // What counts as seen is what earlier turns showed, not what this one just did.
    const { section, shown } = scene.state;
    const seen = looksUp.has(intent.kind) ? { section, shown } : {};
    const result = runIntent(
      { ...scene, state: { ...state, ...seen }, confidence, span: words, dangerSaid },
      intent,
      intents,
    );
    // Beside a number to call, "the page doesn't answer that" is no help.
    if (urgent && looksUp.has(intent.kind) && result.reply?.kind !== 'answer') continue;
    erased ||= result.state === null;
    state = result.state ?? freshState;
    // Whatever else was needed, what is asked next is asked of the crisis line.
    if (suicidal) state = { ...state, topic: crisisTopic };
    if (result.reply === null) continue;
    dangerSaid ||= names(result.reply, emergencyNumber(scene));
    if (!isRepeated(result.reply, replies)) replies.push(result.reply);
  }
  const sent = replies.toSorted((a, b) => urgency[a.kind] - urgency[b.kind]).slice(0, repliesAtMost);
  return { replies: chipsLast(sent, scene), state: erased ? null : state };
}

const looksUp: ReadonlySet<string> = new Set(['question', 'follow-up']);
const urgentKinds: ReadonlySet<string> = new Set(['emergency', 'referral', 'report', 'tip-line-fact']);

function names(reply: Reply, number: string): boolean {
  return [...reply.before, ...reply.after].some((line) => line.includes(number));
}

/** Two questions that find the same words get them once, and one "the page doesn't answer that" is enough. */
function isRepeated(reply: Reply, replies: readonly Reply[]): boolean {
  const said = (each: Reply): string => JSON.stringify([each.kind, each.before, each.passages, each.contacts]);
  return replies.some((earlier) => said(earlier) === said(reply));
}

/** Clients show chips under the last message only: all of a turn's stand there, each once. */
function chipsLast(replies: readonly Reply[], { say }: Scene): readonly Reply[] {
  const kinds = new Set(replies.map(({ kind }) => kind));
  const left = new Set<string>();
  // Beside a number to call the general offer to report is out of place, beside the tip line any offer.
  if (kinds.has('emergency') || kinds.has('referral') || kinds.has('handoff')) left.add(chip(say, 'report').label);
  if (kinds.has('handoff')) left.add(chip(say, 'alsoReport').label);
  const all = new Map<string, Choice>();
  for (const choice of replies.flatMap(({ choices }) => choices))
    if (!all.has(choice.label) && !left.has(choice.label)) all.set(choice.label, choice);
  const choices = [...all.values()].slice(0, chipsAtMost);
  return replies.map((reply, at) => ({ ...reply, choices: at === replies.length - 1 ? choices : [] }));
}
