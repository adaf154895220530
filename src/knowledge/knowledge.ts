/**
 * What an assistant may say: the validated content of a `knowledge/` folder.
 * Plain, deeply read-only data; made by `loadKnowledge` and never changed afterwards.
 */

/** A language the assistant has wording for. Pages may be in any language (BCP 47 tag in `Page.lang`). */
export type Lang = 'en' | 'es';

/** A text in each language of the assistant; `es` falls back to `en` where a folder gives only one. */
export type Localized = Readonly<Record<Lang, string>>;

/** One sentence of a page, word for word. */
export interface Sentence {
  readonly text: string;
  /** Position in the section, from 0. */
  readonly index: number;
  /** Paragraph of the section it stands in, from 0: sentences of two paragraphs are never run together. */
  readonly paragraph: number;
}

/** The text between two headings: what retrieval finds and an answer cites. */
export interface Section {
  /** `<page>` or `<page>/<slug>...`, unique in the folder (README, "Section ids"). */
  readonly id: string;
  readonly pageId: string;
  /** The heading above the text; the page's title for the text before the first heading. */
  readonly heading: string;
  /** Headings from the page's title down to this section's own, for display and indexing. */
  readonly trail: readonly string[];
  readonly sentences: readonly Sentence[];
  /** The sentences joined again: paragraphs by a blank line. */
  readonly text: string;
  /** Position among all sections of the folder, from 0: ties are broken by it. */
  readonly order: number;
}

export interface Page {
  /** File name without `.md`, folders joined with `/`. */
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  /** A stored copy that holds exactly this text; where there is one, sources link to it. */
  readonly archive: string | null;
  readonly publisher: string | null;
  /** ISO date (YYYY-MM-DD) of the publisher's last review. */
  readonly reviewed: string | null;
  /** BCP 47 tag, `en` where the front matter is silent. */
  readonly lang: string;
  readonly sections: readonly Section[];
}

/** What a contact fact is: decides its label and whether it can be dialled, texted or opened. */
export type FactKind = 'phone' | 'abroad' | 'tty' | 'text' | 'url' | 'hours' | 'languages' | 'cost' | 'note';

export interface ContactFact {
  readonly kind: FactKind;
  /** As shown, e.g. `1-866-DHS-2-ICE (1-866-347-2423)`; words (hours, notes) are localized. */
  readonly value: Localized;
  /** What a link opens: `tel:+1...`, `sms:...` or the https URL; null for words. */
  readonly href: string | null;
  readonly source: string;
  /** ISO date the source was read. */
  readonly checked: string;
  /** H: seen on the organisation's own host. M: old, or third parties only (`npm run check` warns). */
  readonly confidence: 'H' | 'M';
}

export interface Contact {
  readonly id: string;
  readonly name: Localized;
  /** One plain line: what it is for. */
  readonly purpose: Localized;
  readonly facts: readonly ContactFact[];
}

/** A subject that belongs to another contact than the tip line. */
export interface ReferralTopic {
  readonly id: string;
  readonly name: Localized;
  /** What the assistant says above the contacts. Names and numbers come from the contacts. */
  readonly say: Localized;
  /** Ids in `contacts`, in the order shown. */
  readonly contacts: readonly string[];
  /** Whether 911 is named first (victims, missing children). */
  readonly dangerFirst: boolean;
  /** Whether the tip line may be offered as a further step (never for families and complaints). */
  readonly offerReport: boolean;
}

export interface Agency {
  readonly name: Localized;
  readonly shortName: Localized;
  /** Contact id of the tip line; null: wishes to report are told that none is configured. */
  readonly tipLine: string | null;
  /** Contact id of the online tip form. */
  readonly tipForm: string | null;
  /** Contact ids of 911 and of the suicide line; built in where the folder names none. */
  readonly emergency: string;
  readonly crisis: string;
  /** Contacts given after three misses and to who asks for a person. */
  readonly people: readonly string[];
  readonly topics: readonly ReferralTopic[];
  /** Example questions of the welcome, at most three. */
  readonly examples: Readonly<Record<Lang, readonly string[]>>;
}

/** Labelled wordings the understanding is trained on; the label is an intent id (see src/understanding/intent.ts). */
export interface IntentExamples {
  readonly intent: string;
  readonly lang: Lang;
  readonly texts: readonly string[];
}

export interface Vocabulary {
  /** Groups of words or phrases that mean the same on these pages, lower case. */
  readonly synonyms: readonly (readonly string[])[];
  /** Abbreviation to its expansions, lower case. */
  readonly abbreviations: Readonly<Record<string, readonly string[]>>;
  /**
   * Lines `heroin, smack: drug, narcotic`: words and phrases of visitors, and words the pages may have where they mean them, synonyms
   * or the class they belong to; lower case, no accents. One way: `heroin` finds drugs, `drug` does not find heroin.
   * Of lines with the same form the first decides; a folder's own come before the built-in ones.
   */
  readonly everyday: readonly string[];
  /** Spanish word or phrase (no accents, lower case) to its English renderings. */
  readonly glossary: Readonly<Record<string, readonly string[]>>;
}

export interface Knowledge {
  readonly agency: Agency;
  readonly pages: readonly Page[];
  /** All sections of all pages by id, in page order. */
  readonly sections: ReadonlyMap<string, Section>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly intents: readonly IntentExamples[];
  readonly vocabulary: Vocabulary;
  /** SHA-256 (hex) over all content files: names caches made from this knowledge. */
  readonly contentHash: string;
}
