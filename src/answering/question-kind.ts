/** What an answer must hold for some kinds of question; `open` asks for nothing that could be checked. */
export type QuestionKind =
  | 'count'
  | 'duration'
  | 'measure'
  | 'frequency'
  | 'money'
  | 'since'
  | 'time'
  | 'person'
  | 'place'
  | 'contact'
  | 'which'
  | 'steps'
  | 'open';

/** First match decides; a question's beginning tells more than a word inside it ("what happens when ..."). */
const kinds: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'contact',
    /\b(?:(?:phone|telephone|fax|contact|hotline) ?numbers?|(?:phone|telephone|email|e mail|mailing|postal|street|web) address|your (?:phone|email|website|address)|what is the (?:phone|email|website|web site|address|number of)|(?:numero de|que) telefono|correo electronico|direccion (?:de|del)|sitio web)\b/,
  ],
  [
    'money',
    /^(?:\w+ )?(?:how much (?:is|are|money|will|(?:does|do|did|would) (?!(?:\w+ ){1,4}do\b))|(?:what|whats) (?:is |are |does |do )?(?:the |your )?(?:\w+ ){0,2}(?:cost|costs|price|fee|fees|salary|budget|fine|toll|rent)|cuanto (?:cuesta|cobra|cobran|gana|ganan|vale|gasta|pagan)|cual es (?:el|la) (?:precio|costo|tarifa|sueldo|salario|presupuesto|multa))\b|^(?:budget|salary|fees?|costs?|prices?|presupuesto)$/,
  ],
  ['frequency', /\b(?:how often|how frequently|how many times|con que frecuencia|cada cuanto)\b/],
  [
    'duration',
    /\b(?:how (?:long (?:do|does|did|may|can|will|would|must|should|until|before|after|have|has|ago)|old|quickly|soon|late|early)|what age|how much time|average (?:time|length|stay|wait)|tiempo promedio|cuanto (?:tiempo|dura|duran|tarda|tardan)|que edad)\b/,
  ],
  [
    'measure',
    /\b(?:how (?:long|far|big|large|tall|fast|high|deep|heavy|wide)|what (?:percent|percentage|proportion|share|size|speed)|speed limit|cuanto (?:mide|pesa)|que (?:tan|porcentaje|tamano))\b/,
  ],
  ['count', /\b(?:how (?:many|much)|number of|cuant[oa]s?|numero de)\b/],
  [
    'since',
    /^(?:and |so |in |from )?(?:since when|(?:what|which) (?:year|decade|century)|desde cuando|(?:en |desde )?que (?:ano|decada|siglo))\b/,
  ],
  [
    'time',
    /^(?:\w+ )?(?:when|(?:what|which) (?:date|day|time|month|hours)|cuando|(?:a |en |de )?que (?:dia|hora|fecha|mes)s?)\b|\b(?:opening hours|office hours|what are (?:your|the) hours|at what time|deadline|horarios?)\b/,
  ],
  [
    'person',
    /^(?:and |so )?(?:who (?:(?:is|was|were) (?:the|your|its|their|our|in charge|behind)|runs|leads|heads|founded|invented|directs|owns|created|became|led)|whose|quien (?:es|fue|dirige|manda|fundo))\b|\b(?:director|head|boss|leader|president|chief|commissioner|secretary|jefe|presidente|directora) (?:of|de|del)\b|\b(?:name of the)\b/,
  ],
  [
    'place',
    /^(?:and |so |at |from |in )?(?:where|(?:what|which) (?:street|building|town|location)|(?:de |en |a )?donde)\b|\b(?:located|headquartered|ubicad[oa]|queda)\b/,
  ],
  [
    'which',
    /^(?:and |in |at |with |to |from )?(?:which|what|name the|list the|en que|cuales|que) (?!(?:happens|happened|happen|is|are|was|were|do|does|did|about|if|can|hace|hacen|pasa|es|son)\b)(?:\w+ ){0,2}?(?:countr(?:y|ies)|states?|cit(?:y|ies)|towns?|count(?:y|ies)|parish(?:es)?|airports?|compan(?:y|ies)|airlines?|banks?|hotels?|shops?|stores?|stations?|schools?|colleges?|universit(?:y|ies)|hospitals?|zoos?|museums?|languages?|nationalit(?:y|ies)|tribes?|rivers?|lakes?|parks?|prisons?|jails?|judges?|contractors?|ships?|paises|estados|ciudades|empresas|idiomas|aeropuertos|nacionalidades)\b/,
  ],
  [
    'steps',
    /\b(?:how (?:do|can|should|would|could|to) (?:i|we|someone|a person|one) (?:apply|get|become|join|book|register|sign|request|order|buy|obtain|renew|cancel|pay|send|submit|contact|complain|print|volunteer|appeal|file|rent|borrow|reach|find)|how to (?:apply|get|become|join|register|request|renew|contact|report|file)|como (?:puedo|se puede|hago|solicito|me))\b/,
  ],
];

/** The kind of a question, told by its words. @param tokens in the form of `tokenize` */
export function questionKind(tokens: readonly string[]): QuestionKind {
  const text = tokens.join(' ');
  return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'open';
}
