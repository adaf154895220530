/** Spanish endings and the English ones that mostly answer them, longest first. */
const endings: readonly (readonly [spanish: RegExp, english: readonly string[]])[] = [
  [/aciones$|acion$/, ['ation']],
  [/([cs])iones$|([cs])ion$/, ['tion', 'sion']],
  [/idades$|idad$/, ['ity']],
  [/encias?$/, ['ence', 'ency']],
  [/ancias?$/, ['ance', 'ancy']],
  [/mente$/, ['ly', 'ally']],
  [/ismos?$/, ['ism']],
  [/istas?$/, ['ist']],
  [/logias?$/, ['logy']],
  [/ic[oa]s?$/, ['ic', 'ical']],
  [/iv[oa]s?$/, ['ive']],
  [/os[oa]s?$/, ['ous']],
  [/antes?$/, ['ant', 'ating']],
  [/entes?$/, ['ent']],
  [/ad[oa]s?$/, ['ated', 'ate', 'ed']],
  [/id[oa]s?$/, ['ed', 'id']],
  [/ari[oa]s?$/, ['ary']],
  [/ori[oa]s?$/, ['ory']],
  [/ador(?:es|as?)?$/, ['ator', 'er']],
  [/ar$|er$|ir$/, ['ate', 'e', '']],
  [/[oae]s?$|es$/, ['', 'e']],
];

/** English words that a Spanish one may stand for by its form alone (`terrorismo`, `repatriacion`), likeliest first. */
export function cognatesOf(spanish: string): string[] {
  const candidates = [spanish];
  for (const [ending, replacements] of endings) {
    if (!ending.test(spanish)) continue;
    for (const replacement of replacements) candidates.push(spanish.replace(ending, replacement));
  }
  return candidates.flatMap((word) => [
    word,
    word.replace(/^es(?=[cpt])/, 's'),
    word.replace(/f/g, 'ph'),
    word.replace(/^inm/, 'imm'),
  ]);
}
