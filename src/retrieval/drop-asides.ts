/** What visitors say beside their question: that they report nothing, and what they need the answer for. */
const asides: readonly RegExp[] = [
  /\b(?:not|no|nothing|never|isnt|isn['’]t|dont|don['’]t|didn['’]t|without)\b(?! know)[^,.;:!?]{0,40}\b(?:report(?:ing|ed|s)?|tip|complain(?:ing|t)?|accus(?:e|ing)|emergency|danger|trouble)\b/i,
  /\bno\b[^,.;:!?]{0,30}\b(?:denunciar|denuncia|reportar|reporte|queja|emergencia|peligro)\b/i,
  /^\s*(?:this is )?(?:for|in) (?:a|my|our|the) (?:\w+ ){0,2}(?:class|school|homework|project|paper|report|essay|article|study|assignment|presentation|thesis|exam)\s*$/i,
  /^\s*(?:i['’]?m|i am|we['’]?re|we are|soy|estoy) (?:\p{L}+ ){0,2}(?:new|nuev[oa])\b[^,.;:!?]*$/iu,
  /^\s*(?:i['’]?m|i am|we are|estoy|estamos) (?:just |only |currently )?(?:writing|doing|working on|preparing|making|escribiendo|haciendo|preparando) (?:\p{L}+ ){0,4}(?:essay|paper|report|project|article|story|novel|book|thesis|assignment|presentation|homework|ensayo|trabajo|tarea|art[ií]culo|libro|novela|proyecto|tesis)\b[^,.;:!?]*$/iu,
  /^\s*(?:es )?para (?:una?|mi|la|el) (?:\w+ ){0,2}(?:clase|escuela|tarea|proyecto|trabajo|ensayo|articulo|artículo|estudio|tesis)(?: de \w+)?\s*$/i,
  /^\s*(?:thanks|thank you|please|pls|hi|hello|hey|good (?:morning|afternoon|evening)|sorry|ok|hola|gracias|por favor|buenos d[ií]as|buenas(?: tardes| noches)?|perd[oó]n)(?: \w+)?\s*$/i,
];

/** Corrects what was said before: what follows is the question. */
const correction =
  /^\s*(?:no\b[\s,.]*)?(?:(?:what )?i (?:mean|meant)(?: is| was)?|i was asking (?:about|for)|(?:yo )?(?:me refier[oe]|me refer[ií]a) (?:a|al|con eso a)|(?:lo que )?(?:quiero|quise|quer[ií]a) decir(?: es| era)?|hablo de)\b[\s,:]*/iu;

/** Where someone has it from, what it is for, whether it is true: said around a question, not asked. */
const frames: readonly RegExp[] = [
  /\b(?:my|a|an|our|some|mi|un|una) (?:\p{L}+ ){1,2}?(?:says?|said|told (?:me|us)|swears?|claims?|thinks?|insists?|keeps saying|dice|dijo|jura|cree|asegura)(?: that| que)?\b/giu,
  /\bi (?:just )?(?:heard|was told|(?:read|saw) (?:somewhere|online|on the news|that))(?: somewhere| online| on the news)?(?: that)?\b|\b(?:he|oi|escuch[eé]|le[ií]|me dijeron)(?: o[ií]do| le[ií]do)? que\b/giu,
  /[\s,.;¿]+(?:(?:is|isn['’]?t) (?:that|it|this) (?:really |even )?(?:true|right|correct|so)|true or false|is that a thing|es (?:verdad|cierto))\s*\?*\s*$|[,.;]\s*¿?(?:true|right|correct|verdad|cierto)\s*\?*\s*$/iu,
  /[\s,]+(?:it['’]?s |this is |that['’]?s |es |esto es )?(?:for|para|pa) (?:an?|my|our|his|her|una?|mi|la|el|su) (?:(?:\p{L}+ ){0,2}(?:homework|essay|assignment|thesis|term paper|class|tarea|ensayo|tesis)|(?:school|class|college|university|history|civics|science|research|social studies|english) (?:\p{L}+ )?(?:project|paper|report|article|presentation|test|exam)|(?:proyecto|trabajo|clase|examen) (?:de|del|para) (?:la )?(?:escuela|clase|historia|universidad|c[ií]vica))\b/giu,
];

/** Who is asking: "I'm in 8th grade and", "soy estudiante". */
const introduction =
  /^\s*(?:(?:hi|hello|hey|hola)\W+)?(?:i am|i['’]?m|we are|we['’]?re|soy|somos|estoy en)\b(?! being)[^.!?]{0,60}?\b(?:students?|teachers?|journalists?|reporters?|grade|graders?|researchers?|librarian|professor|writers?|estudiantes?|maestr[oa]s?|periodistas?|profesora?|grado)\b[^.!?,:;]{0,40}?(?:[.!?,:;]\s*|\s+(?:and|y)\s+)/iu;

/**
 * A question without the clauses that only stand beside it ("I'm not reporting anything, I just want to know ...",
 * "for a class: ..."): their words would be looked for on the page in vain. The whole text where nothing else is left.
 */
export function dropAsides(given: string): string {
  const question = unframed(given);
  const clauses = question.split(/(?<=[,;:!?])\s+|(?<=\.)\s+(?=\p{L})/u);
  if (clauses.length < 2) return question;
  const kept = clauses.filter((clause) => !asides.some((aside) => aside.test(clause.replace(/[,.;:!?]+\s*$/, ''))));
  return kept.length > 0 ? kept.join(' ') : question;
}

function unframed(question: string): string {
  const bare = frames
    .reduce((text, frame) => text.replace(frame, ' '), question.replace(introduction, '').replace(correction, ''))
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}{3}/u.test(bare) ? bare : question;
}
