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

/** A way to say a concept: the words, by their place in `present`, that must all stand in a passage. */
interface Way {
  readonly atoms: readonly number[];
  readonly weight: number;
}

/** A matcher for one question; scratch memory is shared between the sections it is applied to. */
export function createMatcher(query: Query, terms: TermTable): (section: IndexedSection) => SectionMatch {
  const { concepts } = query;
  // By term: its place in `present` plus 1; 0 for a term that the question does not use.
  const atomOf = new Int32Array(terms.termCount());
  let atomCount = 0;
  const ways = concepts.map(({ alternatives }): Way[] =>
    alternatives.flatMap(({ terms: stems, weight }) => {
      const ids = stems.map(terms.idOf);
      if (ids.includes(null)) return [];
      for (const id of ids) if (atomOf[id!] === 0) atomOf[id!] = ++atomCount;
      return { weight, atoms: ids.map((id) => atomOf[id!]! - 1) };
    }),
  );
  const total = concepts.reduce((sum, concept) => sum + concept.weight, 0);
  const present = new Uint8Array(atomCount);
  const saidBy = conceptsByAtom(ways, atomCount);

  /** Whether any word of the question is among the terms. */
  const mark = (ids: Uint32Array): boolean => {
    let any = false;
    for (let i = 0; i < ids.length; i++) {
      const atom = atomOf[ids[i]!]!;
      if (atom === 0) continue;
      present[atom - 1] = 1;
      any = true;
    }
    return any;
  };
  const say = (into: Float32Array): number => {
    let sum = 0;
    for (let at = 0; at < ways.length; at++) {
      const weight = weightSaid(ways[at]!, present);
      if (weight > into[at]!) into[at] = weight;
      sum += weight * concepts[at]!.weight;
    }
    return total > 0 ? sum / total : 0;
  };

  return ({ section, windows, heading }) => {
    const matched = new Float32Array(concepts.length);
    const coverage = new Array<number>(section.sentences.length).fill(0);
    const ownCoverage = coverage.slice();
    const pairs = new Set<number>();
    present.fill(0);
    const headed = mark(heading) ? say(matched) : 0;
    for (const { sentence, terms: ids } of windows) {
      present.fill(0);
      const own = mark(ids) ? say(matched) : 0;
      if (own > 0) addPairs(ids, atomOf, saidBy, pairs);
      const both = headed > 0 && own > 0 && mark(heading) ? say(matched) : Math.max(own, headed);
      ownCoverage[sentence] = Math.max(ownCoverage[sentence]!, own);
      coverage[sentence] = Math.max(coverage[sentence]!, both);
    }
    if (headed > 0) addPairs(heading, atomOf, saidBy, pairs);
    return { matched, coverage, ownCoverage, pairs: concepts.length > 1 ? pairs.size / (concepts.length - 1) : 0 };
  };
}

/** Weight of the best way all of whose words are present; the ways come best first. */
function weightSaid(ways: readonly Way[], present: Uint8Array): number {
  for (const { atoms, weight } of ways) {
    let all = true;
    for (let i = 0; all && i < atoms.length; i++) all = present[atoms[i]!] === 1;
    if (all) return weight;
  }
  return 0;
}

/** For each atom the concepts that it alone says well. */
function conceptsByAtom(ways: readonly (readonly Way[])[], atomCount: number): number[][] {
  const saidBy: number[][] = Array.from({ length: atomCount }, () => []);
  ways.forEach((list, concept) => {
    for (const { atoms, weight } of list) if (atoms.length === 1 && weight >= 0.5) saidBy[atoms[0]!]!.push(concept);
  });
  return saidBy;
}

const none: readonly number[] = [];

/** Adds the concepts whose next concept follows at once in the text. */
function addPairs(
  ids: Uint32Array,
  atomOf: Int32Array,
  saidBy: readonly (readonly number[])[],
  pairs: Set<number>,
): void {
  let before = none;
  for (let i = 0; i < ids.length; i++) {
    const atom = atomOf[ids[i]!]!;
    const now = atom === 0 ? none : saidBy[atom - 1]!;
    for (const concept of before) if (now.includes(concept + 1)) pairs.add(concept);
    before = now;
  }
}
