/** One way the pages may say what a word of the question means. */
export interface Alternative {
  /** Stems that must all stand in a passage. */
  readonly terms: readonly string[];
  /** How much of the word's meaning it carries, 0 to 1 (the word itself: 1). */
  readonly weight: number;
}

/** A word of the question that says something about its subject. */
export interface Concept {
  /** The word as asked, in the form of `tokenize`. */
  readonly word: string;
  /** How much it tells, 0 to 1: rarity in English, in a large folder mixed with rarity in the folder. */
  readonly weight: number;
  /** Ways to say it that occur in the pages; empty where none does. */
  readonly alternatives: readonly Alternative[];
  /** How it was understood where it stands nowhere as asked: a misspelling put right, or null. */
  readonly corrected: string | null;
  /** A name, a number or a rare word: a page that lacks it hardly answers. */
  readonly specific: boolean;
}

/** A question as the index reads it. */
export interface Query {
  /** In the order asked; grammar, politeness and the agency's own names are left out. */
  readonly concepts: readonly Concept[];
  /** Every token as asked, grammar included. */
  readonly tokens: readonly string[];
  /** Where the question stands in meaning; null where no word is known. */
  readonly vector: Float32Array | null;
  /** How far it asks for the page or the agency as a whole, 0 to 1 ("what do you do", "overview"). */
  readonly general: number;
}
