import type { Agency } from '../knowledge/knowledge.ts';
import { tokenize } from '../language/tokenize.ts';

/** The agency's own names in a question: they stand on every page and so tell no section from another. */
export interface AgencyNames {
  /** Which tokens belong to a name of the agency, by position. */
  mark(tokens: readonly string[]): boolean[];
}

/** What visitors call any agency. */
const selfReferences = [['agency'], ['agencia'], ['organization'], ['organizacion'], ['institucion']];

export function createAgencyNames(agency: Agency): AgencyNames {
  const full = [agency.name.en, agency.name.es, agency.shortName.en, agency.shortName.es].map(tokenize);
  const names = [...full, ...full.map(withoutCountry), ...selfReferences].filter((name) => name.length > 0);
  const longestFirst = names.sort((a, b) => b.length - a.length);
  return {
    mark(tokens) {
      const marks = new Array<boolean>(tokens.length).fill(false);
      for (let at = 0; at < tokens.length; at++) {
        if (marks[at]) continue;
        const name = longestFirst.find((words) => words.every((word, i) => tokens[at + i] === word));
        if (name) marks.fill(true, at, at + name.length);
      }
      return marks;
    },
  };
}

/** Names are used with and without the country: "U.S. ...", "... de Estados Unidos", "the ...". */
function withoutCountry(name: readonly string[]): string[] {
  return name
    .join(' ')
    .replace(/^(?:the |us |united states )+/, '')
    .replace(/ (?:de|of) (?:los |the )?(?:estados unidos|united states|eeuu|us)$/, '')
    .split(' ')
    .filter(Boolean);
}
