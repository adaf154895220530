import type { AnswerPassage } from '../src/answering/answer.ts';
import type { Choice, ConversationState } from '../src/conversation/conversation-state.ts';
import type { Section } from '../src/knowledge/knowledge.ts';
import { chip, reportChip } from './chips.ts';
import { clarify } from './clarify.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { makeReply } from './make-reply.ts';
import { cited, languageNote, nextSentences } from './passages.ts';
import { sectionChoices } from './section-names.ts';
import { nearMiss, unanswered } from './unknown.ts';

const sentencesAtOnce = 2;
const relatedAtMost = 3;

/**
 * Looks a question up and answers in the page's words, asks which part is meant, or says that the page does not say it.
 * @param whole it is for the agency or the page as a whole
 */
export function answer(scene: Scene, whole = false): DialogResult {
  const { section } = scene.state;
  const found = scene.parts.findAnswer(scene.span, { lang: scene.lang, section, whole });
  const confidence = scene.confidence * found.confidence;
  switch (found.status) {
    case 'answered':
      return answered(scene, found.passages, found.related, scene.confidence * asShown(found.confidence));
    case 'clarify':
      return clarify(scene, found.sections, confidence);
    case 'near-miss':
      return nearMiss(scene, found.nearest, found.related, confidence);
    case 'unanswered':
      return unanswered(scene, found.related, confidence);
  }
}

/**
 * How sure an answer that is given may call itself. The chance was fitted on as many questions without an answer as with
 * one; among what visitors ask and what passes the limit, five in ten of the doubtful and nearly all of the sure are right.
 */
function asShown(chance: number): number {
  return 0.5 + 0.5 * chance;
}

/** A section chosen by its name: its beginning, or what of it was not shown yet. */
export function showSection(scene: Scene, section: Section): DialogResult {
  const shown = scene.state.section === section.id ? scene.state.shown : [];
  const next = nextSentences(section, shown, sentencesAtOnce);
  const sentences = next.length > 0 ? next : section.sentences.slice(0, sentencesAtOnce);
  return show(scene, [{ section, sentences }], [], { confidence: scene.confidence, lead: [] });
}

/** What was shown last of the section last answered from, once more; null where nothing was. */
export function showAgain(scene: Scene): DialogResult | null {
  const section = scene.parts.knowledge.sections.get(scene.state.section ?? '');
  const sentences = section?.sentences.filter(({ index }) => scene.state.shown.includes(index)).slice(-sentencesAtOnce);
  if (!section || !sentences?.length) return null;
  return show(scene, [{ section, sentences }], [], { confidence: scene.confidence, lead: [] });
}

/** "Tell me more": the next sentences of the section last answered from, then the end of it and where else to go. */
export function more(scene: Scene): DialogResult {
  const section = scene.parts.knowledge.sections.get(scene.state.section ?? '');
  if (!section) return clarify(scene, scene.names.overview(4), scene.confidence, scene.say('clarify.moreOf'));
  const sentences = nextSentences(section, scene.state.shown, sentencesAtOnce);
  if (sentences.length === 0) {
    const others = scene.names.overview(5).filter(({ id }) => id !== section.id);
    return clarify(scene, others, scene.confidence, scene.say('answer.end'));
  }
  return show(scene, [{ section, sentences }], [], { confidence: scene.confidence, lead: [scene.say('answer.more')] });
}

/** Words already shown are not given again: the section's next ones are, as long as there are any. */
function answered(
  scene: Scene,
  passages: readonly AnswerPassage[],
  related: readonly Section[],
  confidence: number,
): DialogResult {
  const [first] = passages;
  if (!first) return unanswered(scene, related, confidence);
  const { section, shown } = scene.state;
  const seen = passages.every(
    (each) => each.section.id === section && each.sentences.every((s) => shown.includes(s.index)),
  );
  if (!seen) return show(scene, passages, related, { confidence, lead: [] });
  const next = nextSentences(first.section, shown, sentencesAtOnce);
  return next.length > 0
    ? show(scene, [{ section: first.section, sentences: next }], related, {
        confidence,
        lead: [scene.say('answer.seen')],
      })
    : show(scene, passages, related, { confidence, lead: [scene.say('answer.again')] });
}

function show(
  scene: Scene,
  found: readonly AnswerPassage[],
  related: readonly Section[],
  { confidence, lead }: { readonly confidence: number; readonly lead: readonly string[] },
): DialogResult {
  const section = found[0]!.section;
  const state = afterShowing(scene.state, found);
  const note = languageNote(scene, section);
  return {
    state,
    reply: {
      kind: 'answer',
      section: section.id,
      ...makeReply(scene, {
        before: note.length > 0 && lead.length === 0 ? note : lead,
        ...cited(scene, found),
        choices: followUps(scene, section, related, state),
        feedback: true,
        confidence,
      }),
    },
  };
}

/** The state after sentences were shown: where "more" goes on, and what need not be said again. */
export function afterShowing(state: ConversationState, found: readonly AnswerPassage[]): ConversationState {
  const section = found[0]!.section.id;
  const now = found.filter((each) => each.section.id === section).flatMap((each) => each.sentences.map((s) => s.index));
  const before = state.section === section ? state.shown : [];
  const shown = [...new Set([...before, ...now])].sort((a, b) => a - b);
  return { ...state, section, shown, topic: null, misses: 0 };
}

function followUps(
  scene: Scene,
  section: Section,
  related: readonly Section[],
  state: ConversationState,
): readonly Choice[] {
  const hasMore = nextSentences(section, state.shown, 1).length > 0;
  const others = (related.length > 0 ? related : scene.names.overview(4)).filter(({ id }) => id !== section.id);
  return [
    ...(hasMore ? [chip(scene.say, 'more')] : []),
    ...sectionChoices(scene.names, others.slice(0, relatedAtMost)),
    ...reportChip(scene),
  ];
}
