import type { Attachment } from 'botframework-schema';
import { longDate } from '../../conversation/long-date.ts';
import { sourceOfPassage } from '../../conversation/page-source.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Wording } from '../../conversation/wording.ts';
import type { Knowledge, Lang, Section } from '../../knowledge/knowledge.ts';
import { cardAttachment } from './adaptive-card.ts';
import { clip } from './clip.ts';
import { replyCard } from './reply-card.ts';

export interface SectionCardParts {
  /** The knowledge in use now: content may be exchanged while running. */
  readonly knowledge: () => Knowledge;
  readonly wording: Wording;
  readonly clock: () => Date;
}

/** Longest passage of an inserted card, in characters: the link leads to the rest. */
const passageLength = 1200;
const previewLength = 120;

/** A section as a card to insert into a conversation, with the line that stands for it in the list of results. */
export function sectionAttachment(section: Section, lang: Lang, parts: SectionCardParts) {
  const page = parts.knowledge().pages.find(({ id }) => id === section.pageId);
  const say = parts.wording[lang];
  const today = parts.clock().toISOString().slice(0, 10);
  const passage = { text: clip(section.text, passageLength), section: section.id };
  const shown: Reply = {
    kind: 'answer',
    section: section.id,
    lang,
    confidence: 1,
    before: section.heading === page?.title ? [] : [section.heading],
    passages: [passage],
    sources: page ? [sourceOfPassage(page, section, section.sentences[0]?.text ?? '', { lang, say, today })] : [],
    contacts: [],
    after: [],
    choices: [],
    feedback: false,
  };
  const card = cardAttachment(replyCard(shown, { say, teamsHost: '', withoutBefore: false }));
  return { ...card, preview: preview(section, page?.reviewed ? longDate(page.reviewed, lang) : '') };
}

function preview(section: Section, reviewed: string): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: {
      title: section.heading,
      text: [clip(section.text, previewLength), reviewed].filter((part) => part !== '').join(' · '),
      tap: { type: 'invoke', value: { section: section.id } },
    },
  };
}
