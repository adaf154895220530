import type { Choice } from '../src/conversation/conversation-state.ts';
import { sameWords } from './same-words.ts';

/** The choice meant, `beyond` for a number that none of them has, or null where the message is no choice at all. */
export type Chosen = { readonly choice: Choice } | 'beyond' | null;

const positions: readonly (readonly string[])[] = [
  ['1', '1st', '1a', '1o', 'one', 'first', 'uno', 'una', 'primero', 'primera', 'primer'],
  ['2', '2nd', '2a', '2o', 'two', 'second', 'dos', 'segundo', 'segunda'],
  ['3', '3rd', '3a', '3o', 'three', 'third', 'tres', 'tercero', 'tercera', 'tercer'],
  ['4', '4th', '4a', '4o', 'four', 'fourth', 'cuatro', 'cuarto', 'cuarta'],
  ['5', '5th', '5a', '5o', 'five', 'fifth', 'cinco', 'quinto', 'quinta'],
  ['6', '6th', '6a', '6o', 'six', 'sixth', 'seis', 'sexto', 'sexta'],
];
const last: readonly string[] = ['last', 'ultimo', 'ultima'];
const around = new Set(
  (
    'ok okay so the number no option choice choose i take want please pick one el la lo numero opcion quiero elijo por favor ' +
    'and what whats about then you listed said mentioned gave tell me show of those these from list thing section ' +
    'y que de dijiste dijo mencionaste mencionada dime digame muestrame esas esos estas lista seccion parte'
  ).split(' '),
);

/**
 * Whether a message is the number, the place ("the second one", "la segunda") or the words of a choice last offered.
 * @param isOwn a chip of our own ("Report a crime"): "the last one" means the last of what was listed before those
 */
export function choose(
  text: string,
  offered: readonly Choice[],
  isOwn: (choice: Choice) => boolean = () => false,
): Chosen {
  if (offered.length === 0 || text.length > 200) return null;
  const words = sameWords(text);
  const named = offered.find(({ label, value }) => sameWords(label) === words || sameWords(value) === words);
  if (named) return { choice: named };
  const position = positionOf(words.split(' '));
  if (position === null) return partlyNamed(words, offered, isOwn);
  const choice = position === 'last' ? (offered.findLast((each) => !isOwn(each)) ?? offered.at(-1)) : offered[position];
  return choice ? { choice } : 'beyond';
}

/** "The immigration one", "the part about goods": words of one name alone, in a form that picks. */
function partlyNamed(words: string, offered: readonly Choice[], isOwn: (choice: Choice) => boolean): Chosen {
  if (!picks.test(words)) return null;
  const telling = words.split(' ').filter((word) => !around.has(word) && !picking.has(word));
  if (telling.length === 0 || telling.length > 4) return null;
  const fitting = offered.filter((choice) => {
    const name = sameWords(choice.label).split(' ');
    return !isOwn(choice) && telling.every((word) => name.includes(word));
  });
  return fitting.length === 1 ? { choice: fitting[0]! } : null;
}

const picks =
  /^(?:(?:ok|okay|so|and|then|y) )*(?:(?:i ?ll|ill|lets|let me|i want to|i want|id like|i would like) (?:take|have|see|read|pick|choose|go with|do|hear) |take |pick |choose |go with )?(?:the|that|la|el|lo) (?:(?:part|bit|stuff|one|section|thing|topic|parte|seccion|tema) (?:about|on|of|with|for|de|sobre) \p{L}+(?: \p{L}+){0,4}|\p{L}+(?: \p{L}+){0,3} (?:one|part|bit|section|topic|stuff|thing)|de \p{L}+(?: \p{L}+){0,3})(?: please| pls| then| por favor)?$/u;
const picking = new Set(
  'i ill ll lets let me id like would have see read go with do hear to on for part bit stuff one topic thing sobre tema and'.split(
    ' ',
  ),
);

function positionOf(words: readonly string[]): number | 'last' | null {
  if (words.length > 8) return null;
  // "the second one" is the second; "one" alone is the first, "no one" is not.
  const telling = words.filter((word) => !around.has(word));
  const word = /^((number|option|choice) )?one$/.test(words.join(' ')) ? 'one' : telling[0];
  if (telling.length > 1 || word === undefined) return null;
  if (last.includes(word)) return 'last';
  const position = positions.findIndex((forms) => forms.includes(word));
  if (position >= 0) return position;
  return /^\d{1,2}$/.test(word) ? Number(word) - 1 : null;
}
