const keypad: Readonly<Record<string, string>> = {
  A: '2',
  B: '2',
  C: '2',
  D: '3',
  E: '3',
  F: '3',
  G: '4',
  H: '4',
  I: '4',
  J: '5',
  K: '5',
  L: '5',
  M: '6',
  N: '6',
  O: '6',
  P: '7',
  Q: '7',
  R: '7',
  S: '7',
  T: '8',
  U: '8',
  V: '8',
  W: '9',
  X: '9',
  Y: '9',
  Z: '9',
};

/** What a shown number dials, or why it cannot be used. */
export type Dialled = { readonly href: string } | { readonly fault: string };

/**
 * The link of a number as shown: `1-866-DHS-2-ICE (1-866-347-2423)` gives `tel:+18663472423`, `911` gives `tel:911`.
 * Ten digits, or eleven from 1, are a number of the North American plan; three to six digits a short code; others begin with `+`.
 * Where letters and, in brackets, their digits are both given, they must be the same number (ITU-T E.161 keypad).
 */
export function dial(shown: string, scheme: 'tel' | 'sms'): Dialled {
  const match = /^([+\dA-Z][\dA-Z .-]*)(?: \(([+\d][\d .()-]*)\))?$/.exec(shown);
  if (!match)
    return { fault: `\`${shown}\` is no number; write it as 802-872-6199, or as 1-866-DHS-2-ICE (1-866-347-2423)` };
  const [, first = '', bracketed] = match;
  const number = digitsOf(first);
  if (/[A-Z]/.test(first) && bracketed === undefined)
    return { fault: `\`${shown}\` has letters; write its digits behind it in brackets` };
  if (bracketed !== undefined && digitsOf(bracketed) !== number)
    return {
      fault: `the letters of \`${shown}\` dial ${number}, its brackets ${digitsOf(bracketed)}; correct one of them`,
    };
  if (first.startsWith('+')) {
    // E.164: at most fifteen digits.
    if (/^[1-9]\d{7,14}$/.test(number)) return { href: `${scheme}:+${number}` };
  } else if (/^1?[2-9]\d{9}$/.test(number)) {
    return { href: `${scheme}:+${number.length === 10 ? '1' : ''}${number}` };
  } else if (/^\d{3,6}$/.test(number)) {
    return { href: `${scheme}:${number}` };
  }
  return {
    fault: `\`${shown}\` has ${number.length} digits, which no number has; correct it, or begin it with + and the country`,
  };
}

function digitsOf(shown: string): string {
  return shown.replace(/[A-Z]/g, (letter) => keypad[letter] ?? '').replace(/\D/g, '');
}
