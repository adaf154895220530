import type { AnswerPassage } from '../src/answering/answer.ts';
import { sourceOfPassage } from '../src/conversation/page-source.ts';
import type { Passage, Source } from '../src/conversation/reply.ts';
import type { Page, Section, Sentence } from '../src/knowledge/knowledge.ts';
import type { Scene } from './dialog.ts';
import { baseOf, languageName } from './in-words.ts';

/** The page's words as they are shown: neighbouring sentences of a paragraph together, others apart. Verbatim. */
export function passagesOf({ section, sentences }: AnswerPassage): readonly Passage[] {
  const runs: Sentence[][] = [];
  for (const sentence of sentences.toSorted((a, b) => a.index - b.index)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && before.index + 1 === sentence.index && before.paragraph === sentence.paragraph)
      run.push(sentence);
    else runs.push([sentence]);
  }
  return runs.flatMap((run) => {
    const joined = run.map(({ text }) => text).join(' ');
    // Where the page does not join its sentences by one space, they stand alone: every passage is verbatim.
    const texts = section.text.includes(joined) ? [joined] : run.map(({ text }) => text);
    return texts.map((text) => ({ text, section: section.id }));
  });
}

/** Passages with their sources: one a section, its link going to the section's first passage. */
export function cited(
  scene: Scene,
  found: readonly AnswerPassage[],
): { readonly passages: readonly Passage[]; readonly sources: readonly Source[] } {
  const sources = new Map<string, Source>();
  const passages = found.flatMap((each) => {
    const shown = passagesOf(each);
    const [first] = shown;
    const page = pageOf(scene, each.section);
    if (first && page && !sources.has(each.section.id))
      sources.set(each.section.id, sourceOfPassage(page, each.section, first.text, scene));
    return shown;
  });
  return { passages, sources: [...sources.values()] };
}

export function pageOf(scene: Scene, section: Section): Page | undefined {
  return scene.parts.knowledge.pages.find((page) => page.id === section.pageId);
}

/**
 * The sentences to go on with after those shown: the next ones of the same paragraph, at most `limit`; then what was
 * passed over before them. Empty when all were shown.
 */
export function nextSentences(section: Section, shown: readonly number[], limit: number): readonly Sentence[] {
  const unseen = section.sentences.filter(({ index }) => !shown.includes(index));
  const furthest = Math.max(-1, ...shown);
  const ahead = unseen.filter(({ index }) => index > furthest);
  const [first] = ahead.length > 0 ? ahead : unseen;
  if (!first) return [];
  const from = ahead.length > 0 ? ahead : unseen;
  return from.filter(({ paragraph }) => paragraph === first.paragraph).slice(0, limit);
}

/** "The page is only in English" where the visitor's language is another than the page's; nothing otherwise. */
export function languageNote(scene: Scene, section: Section): readonly string[] {
  const { lang, say, parts } = scene;
  const page = pageOf(scene, section);
  if (!page || baseOf(page.lang) === lang) return [];
  const language = languageName(scene, page.lang);
  // Said only where it is true: no page of this folder is in the visitor's language.
  const only = parts.knowledge.pages.every((each) => baseOf(each.lang) !== lang);
  return [say(only ? 'answer.onlyIn' : 'answer.isIn', { language })];
}
