import type { Agency } from '../knowledge/knowledge.ts';
import { tokenize } from './tokenize.ts';

/** The agency's own names in a question: they stand on every page and so tell no section from another. */
export interface AgencyNames {
  /** Which tokens belong to a name of the agency, by position. */
  mark(tokens: readonly string[]): boolean[];
  /** The tokens with each name, however long, as the one word `agency`: what is asked of one agency is asked of any. */
  fold(tokens: readonly string[]): string[];
}

/** What visitors call any agency. */
const selfReferences = [['agency'], ['agencia'], ['organization'], ['organizacion'], ['institucion']];

/** An agency without a name of its own, as where a folder has pages alone. */
export const namelessAgency: Pick<Agency, 'name' | 'shortName'> = {
  name: { en: '', es: '' },
  shortName: { en: '', es: '' },
};

export function createAgencyNames(agency: Pick<Agency, 'name' | 'shortName'>): AgencyNames {
  const full = [agency.name.en, agency.name.es, agency.shortName.en, agency.shortName.es].map(tokenize);
  const names = [...full, ...full.map(withoutCountry), ...selfReferences].filter((name) => name.length > 0);
  const longestFirst = names.sort((a, b) => b.length - a.length);
  const lengthAt = (tokens: readonly string[], at: number): number =>
    longestFirst.find((words) => words.every((word, i) => tokens[at + i] === word))?.length ?? 0;
  return {
    mark(tokens) {
      const marks = new Array<boolean>(tokens.length).fill(false);
      for (let at = 0; at < tokens.length; at++) {
        const length = lengthAt(tokens, at);
        marks.fill(true, at, at + length);
        at += Math.max(0, length - 1);
      }
      return marks;
    },
    fold(tokens) {
      const folded: string[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const length = lengthAt(tokens, at);
        folded.push(length > 0 ? 'agency' : tokens[at]!);
        at += Math.max(0, length - 1);
      }
      return folded;
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
