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
    ...reply.contacts.flatMap(contactLines),
    ...reply.after,
  ];
}

function sourceLines(source: Source): readonly string[] {
  return source.url === null ? [source.label] : [source.label, source.url];
}

function contactLines(card: ContactCard): readonly string[] {
  if (card.facts.length === 0) return [`- ${card.name}: ${card.purpose}`];
  // Numbers and addresses say themselves what they are; words (hours, notes) read on from them.
  const [addresses, words] = [card.facts.filter((fact) => fact.href), card.facts.filter((fact) => !fact.href)];
  const reach = addresses.map((fact) =>
    fact.kind === 'phone' || fact.kind === 'url' ? fact.value : `${fact.label}: ${fact.value}`,
  );
  return [`- ${card.name}: ${[...reach, ...words.map((fact) => fact.value)].join(' · ')}`];
}
