/** What visitors say beside their question: that they report nothing, and what they need the answer for. */
const asides: readonly RegExp[] = [
  /\b(?:not|no|nothing|never|isnt|isn['’]t|dont|don['’]t|didn['’]t|without)\b[^,.;:!?]{0,40}\b(?:report(?:ing|ed|s)?|tip|complain(?:ing|t)?|accus(?:e|ing)|emergency|danger|trouble)\b/i,
  /\bno\b[^,.;:!?]{0,30}\b(?:denunciar|denuncia|reportar|reporte|queja|emergencia|peligro)\b/i,
  /^\s*(?:this is )?(?:for|in) (?:a|my|our|the) (?:\w+ ){0,2}(?:class|school|homework|project|paper|report|essay|article|study|assignment|presentation|thesis|exam)\s*$/i,
  /^\s*(?:es )?para (?:una?|mi|la|el) (?:\w+ ){0,2}(?:clase|escuela|tarea|proyecto|trabajo|ensayo|articulo|artículo|estudio|tesis)(?: de \w+)?\s*$/i,
  /^\s*(?:thanks|thank you|please|pls|hi|hello|hey|good (?:morning|afternoon|evening)|sorry|ok|hola|gracias|por favor|buenos d[ií]as|buenas(?: tardes| noches)?|perd[oó]n)(?: \w+)?\s*$/i,
];

/**
 * A question without the clauses that only stand beside it ("I'm not reporting anything, I just want to know ...",
 * "for a class: ..."): their words would be looked for on the page in vain. The whole text where nothing else is left.
 */
export function dropAsides(question: string): string {
  const clauses = question.split(/(?<=[,;:!?])\s+|(?<=\.)\s+(?=\p{L})/u);
  if (clauses.length < 2) return question;
  const kept = clauses.filter((clause) => !asides.some((aside) => aside.test(clause.replace(/[,.;:!?]+\s*$/, ''))));
  return kept.length > 0 ? kept.join(' ') : question;
}
