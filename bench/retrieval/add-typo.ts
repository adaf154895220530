/**
 * A question with one slip of the finger: in one word of five letters or more a letter is left out, doubled up with
 * another, replaced, or swapped with its neighbour. The same question and seed give the same slip.
 */
export function addTypo(question: string, seed: number): string {
  const random = generator(seed);
  const words = question.split(' ');
  const long = [...words.keys()].filter((at) => /^[a-z]{5}/i.test(words[at]!));
  if (long.length === 0) return question;
  const at = long[Math.floor(random() * long.length)]!;
  words[at] = slip(words[at]!, random);
  return words.join(' ');
}

function slip(word: string, random: () => number): string {
  const letters = word.match(/^[a-z]+/i)![0].length;
  const at = 1 + Math.floor(random() * (letters - 2));
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + other + word.slice(at);
    case 2:
      return word.slice(0, at) + other + word.slice(at + 1);
    default:
      return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
  }
}

/** A linear congruential generator (Numerical Recipes). */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
