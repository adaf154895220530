import type { Query } from './query.ts';
import type { IndexedSection } from './section-index.ts';
import type { TermTable } from './term-table.ts';

/** How the words of a question stand in one section. */
export interface SectionMatch {
  /** By concept: best weight with which heading or any sentence says it, 0 to 1. */
  readonly matched: Float32Array;
  /** By sentence: share of the question's weight that sentence and heading say. */
  readonly coverage: readonly number[];
  /** By sentence: the same without the heading. */
  readonly ownCoverage: readonly number[];
  /** Share of the question's neighbouring words that stand side by side in the section too. */
  readonly pairs: number;
}

/** A matcher for one question; scratch memory is shared between the sections it is applied to. */
export function createMatcher(query: Query, terms: TermTable): (section: IndexedSection) => SectionMatch {
  const { concepts } = query;
  const atoms = new Map<number, number>();
  const atomOf = (stem: string): number => {
    const id = terms.idOf(stem);
    if (id === null) return -1;
    const known = atoms.get(id) ?? atoms.size;
    atoms.set(id, known);
    return known;
  };
  const ways = concepts.map(({ alternatives }) =>
    alternatives
      .map(({ terms: stems, weight }) => ({ atoms: stems.map(atomOf), weight }))
      .filter((way) => !way.atoms.includes(-1)),
  );
  const total = concepts.reduce((sum, concept) => sum + concept.weight, 0);
  const present = new Uint8Array(atoms.size);
  const saidBy = conceptsByAtom(ways, atoms.size);

  const mark = (ids: Uint32Array): void => {
    for (const id of ids) {
      const atom = atoms.get(id);
      if (atom !== undefined) present[atom] = 1;
    }
  };
  const say = (into: Float32Array): number => {
    let sum = 0;
    ways.forEach((list, at) => {
      const way = list.find((candidate) => candidate.atoms.every((atom) => present[atom] === 1));
      const weight = way?.weight ?? 0;
      if (weight > into[at]!) into[at] = weight;
      sum += weight * concepts[at]!.weight;
    });
    return total > 0 ? sum / total : 0;
  };

  return (section) => {
    const matched = new Float32Array(concepts.length);
    const coverage = new Array<number>(section.section.sentences.length).fill(0);
    const ownCoverage = coverage.slice();
    const pairs = new Set<number>();
    for (const { sentence, terms: ids } of section.windows) {
      present.fill(0);
      mark(ids);
      ownCoverage[sentence] = Math.max(ownCoverage[sentence]!, say(matched));
      mark(section.heading);
      coverage[sentence] = Math.max(coverage[sentence]!, say(matched));
      addPairs(ids, atoms, saidBy, pairs);
    }
    if (section.windows.length === 0) {
      present.fill(0);
      mark(section.heading);
      say(matched);
    }
    addPairs(section.heading, atoms, saidBy, pairs);
    return { matched, coverage, ownCoverage, pairs: concepts.length > 1 ? pairs.size / (concepts.length - 1) : 0 };
  };
}

/** For each atom the concepts that it alone says well. */
function conceptsByAtom(
  ways: readonly (readonly { readonly atoms: readonly number[]; readonly weight: number }[])[],
  atomCount: number,
): number[][] {
  const saidBy: number[][] = Array.from({ length: atomCount }, () => []);
  ways.forEach((list, concept) => {
    for (const { atoms, weight } of list) if (atoms.length === 1 && weight >= 0.5) saidBy[atoms[0]!]!.push(concept);
  });
  return saidBy;
}

/** Adds the concepts whose next concept follows at once in the text. */
function addPairs(
  ids: Uint32Array,
  atoms: ReadonlyMap<number, number>,
  saidBy: readonly (readonly number[])[],
  pairs: Set<number>,
): void {
  let before: readonly number[] = [];
  for (const id of ids) {
    const atom = atoms.get(id);
    const now = atom === undefined ? [] : saidBy[atom]!;
    for (const concept of before) if (now.includes(concept + 1)) pairs.add(concept);
    before = now;
  }
}
