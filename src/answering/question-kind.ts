/** What an answer must hold for some kinds of question; `open` asks for nothing that could be checked. */
export type QuestionKind = 'quantity' | 'money' | 'time' | 'person' | 'place' | 'contact' | 'names' | 'steps' | 'open';

const kinds: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'contact',
    /\b(?:phone|telephone|telefono|email|e mail|correo|address|direccion|website|web site|sitio web|fax|hotline|contact number|numero de)\b/,
  ],
  [
    'money',
    /\b(?:how much (?:is|are|does|do|did|money|will|would)|cost|costs|price|fee|fees|salary|salaries|budget|cuanto (?:cuesta|cobra|gana|vale|gasta)|precio|tarifa|sueldo|salario|presupuesto)\b/,
  ],
  [
    'quantity',
    /\b(?:how (?:many|much|old|long|far|often|big|large|tall|fast|high)|what (?:percent|percentage|proportion|share|number)|number of|percentage of|cuant[oa]s?|que porcentaje|cada cuanto|numero de)\b/,
  ],
  [
    'time',
    /\b(?:when|what (?:year|date|day|time|month|century|decade)|which (?:year|day|month|century)|opening hours|office hours|hours|schedule|deadline|since when|cuando|que (?:ano|dia|hora|fecha|mes)|a que hora|horario|fecha)\b/,
  ],
  [
    'names',
    /\b(?:which|what|list|name|que|cuales) (?:the )?(?:other )?(?:countr(?:y|ies)|states?|cit(?:y|ies)|compan(?:y|ies)|airlines?|universit(?:y|ies)|languages?|nationalit(?:y|ies)|towns?|schools?|hotels?|paises|estados|ciudades|empresas)\b/,
  ],
  [
    'person',
    /\b(?:who (?:is|was|were|runs|leads|heads|founded|invented|wrote|directs|owns|directed|created|manages|became|led)|whose|whom|quien (?:es|fue|dirige|manda|fundo)|director|head of|boss of|leader|president|chief|commissioner|secretary|jefe|presidente)\b/,
  ],
  [
    'place',
    /\b(?:where|what (?:country|city|state|place|street|building)|which (?:country|city|state)|located|location|headquarters|headquartered|donde|ubicad[oa]|sede)\b/,
  ],
  [
    'steps',
    /\b(?:how (?:do|can|should|would|could|to) (?:i|we|you|someone|a person|one)\b|how to|como (?:puedo|se puede|hago|puede uno|solicito)|can i|may i|do i|should i|am i|puedo|tengo que|debo|where (?:do|can) i)\b/,
  ],
];

/** The kind of a question, told by its words. @param tokens in the form of `tokenize` */
export function questionKind(tokens: readonly string[]): QuestionKind {
  const text = tokens.join(' ');
  return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'open';
}
