import type { ReplyLine } from './line.ts';

/** A reply as text in the order it is read: for the announcement, for copying and for the download. */
export function replyText({ reply, text }: ReplyLine): string {
  if (!reply) return text;
  return [
    ...reply.before,
    ...reply.passages.map((passage) => `“${passage.text}”`),
    ...reply.sources.map((source) => source.label),
    ...reply.contacts.map(({ name, facts, more }) =>
      [name, ...[...facts, ...more].map((fact) => `${fact.label}: ${fact.value}`)].join('\n'),
    ),
    ...reply.after,
  ].join('\n');
}

/** What a screen reader is told of a reply: as above, without the numbers that stand behind a disclosure. */
export function spokenReply(line: ReplyLine): string {
  const { reply } = line;
  if (!reply) return line.text;
  return replyText({ ...line, reply: { ...reply, contacts: reply.contacts.map((card) => ({ ...card, more: [] })) } });
}
