import type { Section, Sentence } from '../knowledge/knowledge.ts';
import type { AgencyNames } from '../language/agency-names.ts';
import { tokenize } from '../language/tokenize.ts';
import { SENTENCES_AT_MOST } from './choose-sentences.ts';

/** A name among so many first words is the sentence's subject ("Most ICE offices ..."). */
const SUBJECT_WORDS = 3;

/**
 * Asked what the agency does about something, a sentence that only tells what happens ("People are smuggled ...") leaves
 * open who acts. The nearest sentence before it in its paragraph whose subject is the agency then goes first.
 */
export function nameTheActor(
  sentences: readonly Sentence[],
  section: Section,
  names: AgencyNames,
  tokens: readonly string[],
): readonly Sentence[] {
  const [first] = sentences;
  if (!first || sentences.length >= SENTENCES_AT_MOST || !asksWhatIsDone(tokens, names)) return sentences;
  const isNamed = ({ text }: Sentence, within = Number.POSITIVE_INFINITY): boolean =>
    names.mark(tokenize(text)).slice(0, within).includes(true);
  if (sentences.some((sentence) => isNamed(sentence))) return sentences;
  const actor = section.sentences.findLast(
    (sentence) =>
      sentence.index < first.index && sentence.paragraph === first.paragraph && isNamed(sentence, SUBJECT_WORDS),
  );
  return actor ? [actor, ...sentences] : sentences;
}

const doing =
  /^(?:do|does|doing|did|hace|hacen|haces|help|helps|fight|fights|stop|stops|combate|combaten|lucha|luchan)$/;

function asksWhatIsDone(tokens: readonly string[], names: AgencyNames): boolean {
  return names.mark(tokens).includes(true) && tokens.some((token) => doing.test(token));
}
