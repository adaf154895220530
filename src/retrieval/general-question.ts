import type { Page, Section } from '../knowledge/knowledge.ts';
import { isLightWord } from '../language/stop-words.ts';
import { tokenize } from '../language/tokenize.ts';
import { isEmptyWord } from './content-words.ts';

/** Words that ask for the whole: an agency's reason to be, or the gist of a page. */
const overviewWords =
  wordSet(`overview overall summary summarize summarise general generally purpose mission exist exists existence gist basics basic
  introduction nutshell resumen general proposito mision existe existir dedica dedican sirve sirven funcion objetivo`);

/** Words of being responsible: they ask for the whole only where nothing else is asked. */
const roleWords =
  wordSet(`job jobs work works task tasks role roles duty duties responsible responsibility responsibilities function functions
  goal goals area areas main page site website activities short version quick brief description describe kind kinds
   trabajo tarea tareas labor responsable responsabilidad principal principales`);

/**
 * How far a question asks for the agency or the page as a whole, 0 to 1: 1 where nothing but grammar, the
 * agency's name and words of overview are left ("what does ICE do", "purpose of the agency"), .5 where an
 * overview word or the page's title stands among others, else 0.
 *
 * @param subject the question's words without grammar, politeness and the agency's names
 * @param tokens all its words
 */
export function generality(
  subject: readonly string[],
  tokens: readonly string[],
  namesAgency: boolean,
  pageNames: PageNames,
): number {
  const asksOverview =
    subject.some((word) => overviewWords.has(word)) ||
    pageNames.test(tokens) ||
    (namesAgency && asksWhatItIsFor(tokens));
  const isRole = (word: string) => roleWords.has(word) || (word === 'charge' && tokens.includes('what'));
  const others = subject.filter((word) => !overviewWords.has(word) && !isRole(word) && !joins(word));
  if (others.length > 0) return asksOverview ? 0.5 : 0;
  return asksOverview || namesAgency || asksWhatYouDo(tokens) ? 1 : 0;
}

/** How a word asks for the whole rather than for something in it; null where it does not. */
export function wholeWord(word: string): 'overview' | 'role' | null {
  if (overviewWords.has(word)) return 'overview';
  return roleWords.has(word) ? 'role' : null;
}

/** Finds titles that are made of grammar alone ("What We Do") and so are invisible to the index. */
export interface PageNames {
  test(tokens: readonly string[]): boolean;
}

export function createPageNames(pages: readonly Page[]): PageNames {
  const titles = pages
    .map((page) => tokenize(page.title))
    .filter((words) => words.length > 1 && words.every((word) => isEmptyWord(word, 'en') || isEmptyWord(word, 'es')))
    .map((words) => ` ${words.join(' ')} `);
  return { test: (tokens) => titles.length > 0 && titles.some((title) => ` ${tokens.join(' ')} `.includes(title)) };
}

/** The sections that tell what a page is about: the text before its first heading, else its first section. */
export function leadSections(pages: readonly Page[]): ReadonlySet<Section> {
  return new Set(pages.flatMap((page) => page.sections.slice(0, 1)));
}

/** Words that join, frame ("sum up in one line") or stress ("what exactly does it do") are no subject of their own. */
function joins(word: string): boolean {
  return isLightWord(word, 'en') || isLightWord(word, 'es') || stress.has(word) || /^\d$/.test(word);
}

const stress = wordSet(
  'exactly precisely actually really basically essentially simply exactamente precisamente realmente basicamente verdad',
);

/** "What the agency is for", "what are you here for". */
function asksWhatItIsFor(tokens: readonly string[]): boolean {
  return /\bwhat\b.*\b(?:is|are|was)\b.*\bfor$|\bwhat is it for\b|\bpara que\b.*\b(?:sirve|existe|es|esta)\b/.test(
    tokens.join(' '),
  );
}

function asksWhatYouDo(tokens: readonly string[]): boolean {
  const asks = tokens.some((token) => /^(?:what|whats|who|why|que|quien|quienes)$/.test(token));
  return (
    asks &&
    tokens.some((token) => /^(?:do|does|doing|are|hacen|hace|haces|son|you|your|they|their|this|u)$/.test(token))
  );
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
