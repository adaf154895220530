/**
 * Flesch-Kincaid grade of an English text (Kincaid et al. 1975): .39 words a sentence + 11.8 syllables a word - 15.59.
 * Syllables are counted by vowel groups, which is near enough to tell plain words from hard ones.
 */
export function gradeOf(text: string): number {
  const plain = text.replace(/\{\w+\}/g, 'name').replace(/[’']/g, '');
  const sentences = plain.split(/[.?:;]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part)).length || 1;
  const words = plain.match(/[a-z]+/gi) ?? ['a'];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const groups = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups);
}
