import type { Lang, Section, Sentence } from '../knowledge/knowledge.ts';

/** What the pages say to a question: a closed set, decided with a calibrated confidence (0 to 1). */
export type Answer =
  | {
      readonly status: 'answered';
      readonly passages: readonly AnswerPassage[];
      readonly related: readonly Section[];
      readonly confidence: number;
    }
  /** Two or more sections about equally likely, or a bare word that fits several. */
  | { readonly status: 'clarify'; readonly sections: readonly Section[]; readonly confidence: number }
  /** The page touches the subject but does not say it: `nearest` is shown as such. */
  | {
      readonly status: 'near-miss';
      readonly nearest: AnswerPassage;
      readonly related: readonly Section[];
      readonly confidence: number;
    }
  | { readonly status: 'unanswered'; readonly related: readonly Section[]; readonly confidence: number };

/** One to three sentences of a section, in the page's order. */
export interface AnswerPassage {
  readonly section: Section;
  readonly sentences: readonly Sentence[];
}

/**
 * Finds the answer. `section` is the one last answered from; `whole`: the question is for the agency or page as a whole,
 * whatever its words. Pure: the same question gets the same answer.
 */
export type FindAnswer = (
  question: string,
  context: { readonly lang: Lang; readonly section: string | null; readonly whole?: boolean },
) => Answer;
