import type { ContactCard, Reply, Source } from './reply.ts';

/** Replies as a visitor would read them without any cards or buttons: one block of lines a reply. */
export function plainText(replies: readonly Reply[]): string {
  return replies
    .map((reply) => replyLines(reply).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n');
}

/** The lines of one reply in reading order. */
export function replyLines(reply: Reply): readonly string[] {
  return [
    ...reply.before,
    ...reply.passages.flatMap((passage) => passage.text.split('\n').map((line) => `> ${line}`)),
    ...reply.sources.flatMap(sourceLines),
    ...reply.contacts.flatMap((card) => contactLines(card, reply.before)),
    ...reply.after,
  ];
}

function sourceLines(source: Source): readonly string[] {
  return source.url === null ? [source.label] : [source.label, source.url];
}

/** A contact in one line: what a sentence above has said already ("Call 911") is not said again. */
function contactLines(card: ContactCard, said: readonly string[]): readonly string[] {
  if (card.facts.length === 0) return [`- ${card.name}: ${card.purpose}`];
  const facts = card.facts.filter(({ value }) => !said.some((line) => line.includes(value)));
  if (facts.length === 0) return [];
  // Numbers and addresses say themselves what they are; words (hours, notes) read on from them.
  const reach = facts
    .filter(({ href }) => href !== null)
    .map((fact) => (fact.kind === 'phone' || fact.kind === 'url' ? fact.value : `${fact.label}: ${fact.value}`));
  const words = facts.filter(({ href }) => href === null).map((fact) => fact.value);
  return [`- ${card.name}: ${[...reach, ...words].join(' · ')}`];
}
