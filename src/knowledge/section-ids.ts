/**
 * The part of a section id made from one heading: accents and apostrophes dropped, lower case,
 * every other run of non-alphanumerics one `-`; `section` if nothing is left.
 */
export function slugOf(heading: string): string {
  const slug = heading
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'section';
}

/** Gives the ids of one page's headings, in page order. */
export interface SectionIds {
  /** Id of the heading with these headings above it, outermost first, itself last. */
  next(headings: readonly string[]): string;
}

/**
 * A whole id that is taken already gets `-2`, `-3` and so on.
 * @param taken every id given so far, all page ids among them: `visas.md` with a heading "Student" and
 *   `visas/student.md` may stand side by side.
 */
export function sectionIds(pageId: string, taken: Set<string>): SectionIds {
  const lastNumber = new Map<string, number>();
  return {
    next(headings) {
      const id = [pageId, ...headings.map(slugOf)].join('/');
      let unique = id;
      for (let number = lastNumber.get(id) ?? 2; taken.has(unique); number += 1) {
        unique = `${id}-${number}`;
        lastNumber.set(id, number);
      }
      taken.add(unique);
      return unique;
    },
  };
}
