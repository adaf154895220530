import type { AnswerPassage } from '../src/answering/answer.ts';
import type { ConversationState } from '../src/conversation/conversation-state.ts';
import type { ContactCard, UnknownReply } from '../src/conversation/reply.ts';
import type { Section } from '../src/knowledge/knowledge.ts';
import { chip } from './chips.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { listed } from './in-words.ts';
import { cards, makeReply } from './make-reply.ts';
import { cited, languageNote } from './passages.ts';
import { sectionChoices } from './section-names.ts';

const sectionsOffered = 4;
const missesUntilPeople = 3;

/** The page touches the subject but does not say what was asked: that first, then the nearest it says. */
export function nearMiss(
  scene: Scene,
  nearest: AnswerPassage,
  related: readonly Section[],
  confidence: number,
): DialogResult {
  const { section } = nearest;
  const missed = miss(scene);
  const others = related.filter(({ id }) => id !== section.id).slice(0, sectionsOffered - 1);
  return {
    // "Tell me more" then goes on from the nearest passage.
    state: { ...missed.state, section: section.id, shown: nearest.sentences.map(({ index }) => index) },
    reply: {
      kind: 'unknown',
      section: section.id,
      ...makeReply(scene, {
        before: [scene.say('unknown.nearMiss'), ...languageNote(scene, section)],
        ...cited(scene, [nearest]),
        contacts: missed.contacts,
        after: missed.contacts.length > 0 ? [scene.say('unknown.threeTimesAbove')] : [],
        choices: [chip(scene.say, 'more'), ...sectionChoices(scene.names, others)],
        feedback: true,
        confidence,
      }),
    },
  };
}

/** The page does not answer; it says what it covers instead. */
export function unanswered(scene: Scene, related: readonly Section[], confidence: number): DialogResult {
  return notAnswered(scene, scene.say('unknown.plain'), { related, confidence, counts: true, covers: true });
}

/** One calm line of why not, then what the page covers; a miss is counted where `counts` says so. */
export function notAnswered(
  scene: Scene,
  line: string,
  given: {
    readonly related: readonly Section[];
    readonly confidence: number;
    /** Whether it is one more miss. */
    readonly counts: boolean;
    /** Whether what the page covers is told in words; the chips show it all the same. */
    readonly covers: boolean;
  },
): DialogResult {
  const missed = given.counts ? miss(scene) : { state: scene.state, lines: [], contacts: [] };
  const near = given.related.slice(0, sectionsOffered);
  const offered =
    near.length > 0 ? fill(near, scene.names.overview(sectionsOffered)) : scene.names.overview(sectionsOffered);
  const covers = missed.lines.length > 0 ? missed.lines : given.covers ? coverage(scene, offered) : [];
  const reply: UnknownReply = {
    kind: 'unknown',
    section: null,
    ...makeReply(scene, {
      before: [line, ...covers],
      contacts: missed.contacts,
      choices: sectionChoices(scene.names, offered),
      feedback: true,
      confidence: given.confidence,
    }),
  };
  return { state: missed.state, reply };
}

/** The nearest sections first; where the folder has few, the others behind them. */
function fill(near: readonly Section[], overview: readonly Section[]): readonly Section[] {
  return [...new Set([...near, ...overview])].slice(0, sectionsOffered);
}

function coverage(scene: Scene, offered: readonly Section[]): readonly string[] {
  if (offered.length === 0) return [];
  const sections = listed(
    scene,
    offered.map((section) => scene.names.nameOf(section)),
  );
  return [
    scene.say(scene.names.covers(sectionsOffered) === 'all' ? 'unknown.covers' : 'unknown.coversSome', { sections }),
  ];
}

interface Miss {
  readonly state: ConversationState;
  readonly lines: readonly string[];
  readonly contacts: readonly ContactCard[];
}

/** Counts a miss; the third in a row gives the people to turn to, and the count begins again. */
function miss(scene: Scene): Miss {
  const misses = scene.state.misses + 1;
  const contacts = misses >= missesUntilPeople ? cards(scene, scene.parts.knowledge.agency.people) : [];
  if (contacts.length === 0) return { state: { ...scene.state, misses }, lines: [], contacts: [] };
  return {
    state: { ...scene.state, misses: 0 },
    lines: [scene.say('unknown.threeTimes'), scene.say('unknown.people')],
    contacts,
  };
}
