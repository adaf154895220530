import type { AddFault } from './fault.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import type { Page, Section, Sentence } from './knowledge.ts';
import { type Block, plainBlocks } from './plain-blocks.ts';
import type { ContentFile } from './read-folder.ts';
import { type SectionIds, sectionIds } from './section-ids.ts';
import { splitSentences } from './split-sentences.ts';

/** Id of the page a file makes: its path below `pages` without `.md`. */
export function pageIdOf(path: string): string {
  return path.replace(/^pages\//, '').replace(/\.md$/, '');
}

/**
 * Reads one page. Sections are in page order, their `order` counting from `firstOrder`.
 * @param taken section ids of the folder given so far; those of this page are added
 * @returns null after a fault
 */
export function parsePage(file: ContentFile, taken: Set<string>, firstOrder: number, addFault: AddFault): Page | null {
  const id = pageIdOf(file.path);
  const parts = splitFrontMatter(file.text);
  if (!parts) {
    addFault(
      file.path,
      1,
      'the page has no front matter; begin it with a line `---`, a line `title: ...` and a line `---`',
    );
    return null;
  }
  const front = readFrontMatter(file.path, parts.yaml, 2, addFault);
  const blocks = plainBlocks(parts.body);
  if (!blocks.some((block) => block.type === 'text')) {
    addFault(file.path, 1, 'the page is empty; write its text below the front matter, or delete the file');
    return null;
  }
  if (!front) return null;
  const drafts = draftSections(front.title, blocks, sectionIds(id, taken), id);
  const sections = drafts.map((draft, index) => finishSection(draft, id, firstOrder + index));
  return { id, ...front, sections };
}

interface Draft {
  readonly id: string;
  readonly trail: readonly string[];
  readonly paragraphs: string[];
}

/** Cuts the blocks at their headings; a heading without text of its own only names those below it. */
function draftSections(title: string, blocks: readonly Block[], ids: SectionIds, pageId: string): Draft[] {
  const top: Draft = { id: pageId, trail: [title], paragraphs: [] };
  const drafts = [top];
  let current = top;
  let above: { readonly level: number; readonly text: string }[] = [];
  for (const block of blocks) {
    if (block.type === 'text') {
      current.paragraphs.push(block.text);
    } else if (block.level === 1 && block.text === title) {
      above = [];
      current = top;
    } else {
      above = [...above.filter((heading) => heading.level < block.level), { level: block.level, text: block.text }];
      const headings = above.map((heading) => heading.text);
      current = { id: ids.next(headings), trail: [title, ...headings], paragraphs: [] };
      drafts.push(current);
    }
  }
  return drafts.filter((draft) => draft.paragraphs.length > 0);
}

function finishSection(draft: Draft, pageId: string, order: number): Section {
  const sentences: Sentence[] = [];
  for (const [paragraph, text] of draft.paragraphs.entries()) {
    for (const sentence of splitSentences(text)) sentences.push({ text: sentence, index: sentences.length, paragraph });
  }
  return {
    id: draft.id,
    pageId,
    heading: draft.trail.at(-1) ?? '',
    trail: draft.trail,
    sentences,
    text: draft.paragraphs.join('\n\n'),
    order,
  };
}
