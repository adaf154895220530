import type { Entity } from 'botframework-schema';
import type { Reply, Source } from '../../conversation/reply.ts';
import { clip } from './clip.ts';

/** Longest name and abstract of a citation that Teams takes (Agents SDK, `ClientCitation`). */
const nameLength = 80;
const abstractLength = 160;

/**
 * The one `https://schema.org/Message` entity of a message (a second one is refused): a citation for each source, in
 * the order of the `[1]`, `[2]` in the text, and the "AI generated" label where it is wanted. Null: neither.
 */
export function messageEntity(reply: Reply, aiLabel: boolean): Entity | null {
  const citation = citedSources(reply).map((source, index) => ({
    '@type': 'Claim',
    position: index + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: clip(source.heading === source.title ? source.title : `${source.heading} · ${source.title}`, nameLength),
      ...(source.url === null ? {} : { url: source.url }),
      abstract: clip(quoted(reply, source), abstractLength),
    },
  }));
  if (citation.length === 0 && !aiLabel) return null;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(aiLabel ? { additionalType: ['AIGeneratedContent'] } : {}),
    ...(citation.length > 0 ? { citation } : {}),
  };
}

/** Sources that words are quoted from; others (a link to the page itself) are no citations. */
export function citedSources(reply: Reply): readonly Source[] {
  return reply.sources.filter((source) => reply.passages.some(({ section }) => section === source.section));
}

function quoted(reply: Reply, source: Source): string {
  return reply.passages
    .filter(({ section }) => section === source.section)
    .map(({ text }) => text)
    .join(' ');
}
