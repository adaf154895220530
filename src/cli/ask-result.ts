import { plainText } from '../conversation/plain-text.ts';
import type { Reply, ReplyKind, TurnOutcome } from '../conversation/reply.ts';
import type { Contact, Knowledge, Lang } from '../knowledge/knowledge.ts';

/** What `ask --jsonl` writes for a message: the contract that others build on (README.md, "Contracts"). */
export interface AskResult {
  readonly text: string;
  readonly lang: Lang;
  /** The most urgent of the kinds replied with. */
  readonly kind: ReplyKind;
  readonly section: string | null;
  /** Set exactly where `kind` is `referral`. */
  readonly topic: string | null;
  /** Of the whole decision, 0 to 1. */
  readonly confidence: number;
  readonly passages: readonly { readonly text: string; readonly section: string }[];
  readonly sources: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly reviewed: string | null;
  }[];
  /** Ids of the contacts the reply shows, as cards or by number. */
  readonly contacts: readonly string[];
  /** Labels of the chips. */
  readonly choices: readonly string[];
  /** The plain text a visitor would read. */
  readonly reply: string;
}

/** Tells a turn's outcome in the contract's form. The first reply is the most urgent one. */
export function askResult(text: string, { replies }: Pick<TurnOutcome, 'replies'>, knowledge: Knowledge): AskResult {
  const first = replies[0];
  const reply = plainText(replies);
  return {
    text,
    lang: first?.lang ?? 'en',
    kind: first?.kind ?? 'smalltalk',
    section: replies.map(sectionOf).find((section) => section !== null) ?? null,
    topic: first?.kind === 'referral' ? first.topic : null,
    confidence: Math.round((first?.confidence ?? 0) * 10_000) / 10_000,
    passages: replies.flatMap(({ passages }) => passages.map(({ text: words, section }) => ({ text: words, section }))),
    sources: replies.flatMap(({ sources }) => sources.map(({ title, url, reviewed }) => ({ title, url, reviewed }))),
    contacts: contactsShown(replies, knowledge),
    choices: replies.flatMap(({ choices }) => choices.map(({ label }) => label)),
    reply,
  };
}

function sectionOf(reply: Reply): string | null {
  return reply.kind === 'answer' || reply.kind === 'unknown' ? reply.section : null;
}

/** Contacts on cards, and those whose number stands in a sentence of ours ("call 911"). */
function contactsShown(replies: readonly Reply[], knowledge: Knowledge): readonly string[] {
  const onCards = replies.flatMap(({ contacts }) => contacts.map(({ id }) => id));
  const said = replies.flatMap(({ before, after }) => [...before, ...after]);
  const { emergency, crisis, tipLine } = knowledge.agency;
  const named = [emergency, crisis, tipLine].filter((id) => id !== null && isNamed(knowledge.contacts.get(id), said));
  return [...new Set([...onCards, ...named.filter((id) => id !== null)])];
}

function isNamed(contact: Contact | undefined, lines: readonly string[]): boolean {
  const numbers =
    contact?.facts.filter(({ kind }) => kind === 'phone').flatMap(({ value }) => [value.en, value.es]) ?? [];
  return numbers.some((number) => lines.some((line) => line.includes(number)));
}
