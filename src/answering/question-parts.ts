/** Parts looked up beside the whole message: bounds the cost of a long one. */
const MOST_PARTS = 4;
const FEWEST_WORDS = 3;

/** Where a new thought begins. */
const seams = /(?<=[.!?;:…])["”’)]*\s+|(?<=,)\s+|\s+[-–—]+\s+|\n+/u;

/** What stands before the question itself: "I only want to know", "just wondering if", "me gustaría saber". */
const leadIn =
  /^.*?\b(?:(?:want|wants|wanted|need|needs|like|love|trying|have|asked me|has) to (?:know|ask|read|understand|learn|hear|see|find out|quote)|know|wonder(?:ing|ed)?|curious|tell me|explain(?: to me)?|(?:quick|my|a|one|una|mi) (?:question|pregunta|duda)|(?:quiero|quisiera|necesito|gustar[ií]a|deseo|solo|nom[aá]s) (?:saber|preguntar|entender|leer|conocer)|(?:i|we|me) (?:just |only |simply )?(?:need|want)(?! to\b)|(?:if|could|can|would|grateful if) you (?:could |can |would |please |kindly )*(?:state|give|share|provide|list|sum up|summari[sz]e|describe|outline)|d[ií](?:game|me)|cu[eé]nt(?:e|a)me|expl[ií](?:que|ca)me)\b[\s,:]*/iu;

const askingStart =
  /^(?:(?:ok|okay|so|and|but|also|next|well|then|now|please|y|pero|entonces|bueno|oye|oiga|tambi[eé]n)\b[\s,:]*)*(?:what|whats|what['’]s|who|whom|whose|where|when|why|how|which|is|are|am|do|does|did|can|could|will|would|should|has|have|if|whether|qu[eé]|c[oó]mo|cu[aá]l(?:es)?|qui[eé]n(?:es)?|d[oó]nde|cu[aá]ndo|cu[aá]nt[oa]s?|por qu[eé]|si|puede[ns]?|hay)\b/iu;

/** What such a part asks about stands in another one. */
const pointsElsewhere = /\b(?:it|them|that|this|those|these|one|eso|esto|ello|al respecto|lo mismo)\b/iu;

/**
 * A message and the parts of it that ask something, without what leads up to them: in a long message the question is
 * mostly one clause, and the words around it ("my kid asked me at dinner") stand on no page.
 */
export function questionParts(message: string): readonly string[] {
  const clauses = message.split(seams).filter((clause) => clause.trim() !== '');
  const parts = clauses.flatMap((clause) => {
    const asked = clause.replace(leadIn, '');
    const led = asked !== clause;
    return led || /[?¿]/.test(clause) || askingStart.test(clause.trim()) ? [asked.trim() || clause.trim()] : [];
  });
  const others = parts.filter(
    (part) => part !== message.trim() && part.split(/\s+/).length >= FEWEST_WORDS && !pointsElsewhere.test(part),
  );
  return [message, ...new Set(others.slice(-MOST_PARTS))];
}
