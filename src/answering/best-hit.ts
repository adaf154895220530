import type { Finding, Hit } from '../retrieval/retriever.ts';
import { fitSentences, type SentenceFit } from './fit-sentences.ts';
import { type QuestionKind, questionKind } from './question-kind.ts';

/** A hit with its sentences weighed for the kind of question. */
export interface FittedHit {
  readonly hit: Hit;
  readonly fit: SentenceFit;
}

/**
 * What a section gains whose best sentence holds what the kind of question asks for: much where the check is strict
 * (a number before the very thing counted), little where many sentences pass it.
 */
const heldBonus: Partial<Record<QuestionKind, number>> = {
  count: 0.2,
  person: 0.2,
  contact: 0.2,
  money: 0.15,
  duration: 0.12,
  frequency: 0.12,
};
const OTHER_HELD_BONUS = 0.05;
/** Share of the question's words that a section must have to gain it. */
const ON_SUBJECT = 0.3;

/** What an elaboration ("and for children?") adds to the section just answered from. */
const CONTEXT_BONUS = 0.15;
/** The same where it has no subject of its own ("who does that work"): more than asking for the whole gives a page's beginning. */
const CONTEXT_ALONE_BONUS = 0.6;

/**
 * What nearness in meaning adds to a section's score: of the section's best view, and of its best sentence alone. More than
 * the search gives it, which is made for topics too; measured on the right section of 782 questions about eleven
 * invented agencies (616 without, 627 with).
 */
const MEANING = { section: 0.3, sentence: 0.3 };

/** How much less a section that says the number asked for may score and still be the one cited, where it comes first. */
const SAYS_IT_TOO = 0.3;

/** The hits in the order in which they answer, the kind of the question and the conversation taken into account. */
export function fitHits(
  finding: Finding,
  context: string | null,
): { readonly kind: QuestionKind; readonly fitted: readonly FittedHit[] } {
  const kind = questionKind(finding.query.tokens);
  const lean = context !== null && isElaboration(finding) ? context : null;
  const contextBonus = finding.query.general === 1 ? CONTEXT_ALONE_BONUS : CONTEXT_BONUS;
  const ranked = finding.hits
    .filter(({ section }) => section.sentences.length > 0)
    .map((hit) => {
      const fit = fitSentences(hit, kind, finding.query);
      const bonus = fit.held === true && hit.coverage >= ON_SUBJECT ? (heldBonus[kind] ?? OTHER_HELD_BONUS) : 0;
      const score = hit.score + meaning(hit, fit) + bonus + (hit.section.id === lean ? contextBonus : 0);
      return { hit: { ...hit, score }, fit };
    });
  const fitted = ranked.sort((a, b) => b.hit.score - a.hit.score || a.hit.section.order - b.hit.section.order);
  return { kind, fitted: kind === 'count' ? firstToSayIt(fitted) : fitted };
}

function meaning({ similarity, sentences }: Hit, { best }: SentenceFit): number {
  const sentence = sentences[best]?.ownSimilarity ?? 0;
  return MEANING.section * Math.max(0, similarity) + MEANING.sentence * Math.max(0, sentence);
}

/** A number that a page says at its beginning and again below is cited from the beginning, where it stands for the whole. */
function firstToSayIt(fitted: readonly FittedHit[]): readonly FittedHit[] {
  const [best, ...others] = fitted;
  if (best?.fit.held !== true) return fitted;
  const earlier = others
    .filter(({ hit, fit }) => fit.held === true && best.hit.score - hit.score < SAYS_IT_TOO)
    .filter(
      ({ hit: { section } }) => section.pageId === best.hit.section.pageId && section.order < best.hit.section.order,
    )
    .sort((a, b) => a.hit.section.order - b.hit.section.order)[0];
  return earlier ? [earlier, ...fitted.filter((each) => each !== earlier)] : fitted;
}

/** Whether a question leans on what was said before: it begins with "and", or points with "they", "that". */
function isElaboration({ query: { tokens, concepts } }: Finding): boolean {
  const [first = ''] = tokens;
  const points = tokens.some((token) =>
    /^(?:it|its|they|them|that|this|those|these|there|eso|esto|ellos|ellas|ese|esa)$/.test(token),
  );
  return concepts.length <= 3 && (/^(?:and|but|what about|or|also|y|pero|o|tambien)$/.test(first) || points);
}
