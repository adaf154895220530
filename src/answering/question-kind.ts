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
  | 'penalty'
  | 'meaning'
  | 'most'
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
  [
    'money',
    /^(?:and |so |but )?what (?:do|does|did|would|will|can) (?:\w+ ){1,8}(?:cost|charge|costs)\b|\bhow (?:much|big|high|large|steep) (?:is|are|was) (?:the |a |an |your )?(?:\w+ ){0,2}(?:fines?|fees?|deposit|penalty|penalties|discount|tolls?|bill|rebate)\b|\b(?:price|prices) (?:of|for)\b|\b(?:precio|costo|tarifa|multa) (?:de|del|por)\b|\bque multa\b/,
  ],
  [
    'penalty',
    /\b(?:(?:penalt(?:y|ies)|punishment|prison time|jail time|prison sentence) (?:for|if|when)|what (?:is|are) the (?:sentence|penalty|penalties|punishment)|how (?:long|many years) (?:do (?:you|they|people) get|in (?:prison|jail))|que (?:castigo|pena|condena)|cuantos anos de (?:carcel|prision))\b/,
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
    'most',
    /\b(?:(?:the|who|which|what|gets?|is|are|used|reported|tested|get \w+|gets \w+) (?:\w+ ){0,2}most(?: often| common| frequent(?:ly)?)?$|(?:what|which|who|whats|where|the) (?:\w+ ){0,4}(?:the )?(?:most|least|biggest|largest|smallest|longest|shortest|oldest|newest|highest|lowest|worst|best|busiest|commonest|deepest|tallest|fastest)\b|\b(?:es|son|el|la|los|las|cual|cuales|que) (?:\w+ ){0,4}(?:mas|menos) \w+\b|\b(?:el|la|los|las) (?:mayor|menor|mejor|peor)(?:es)?\b)/,
  ],
  [
    'meaning',
    /\b(?:what (?:exactly |precisely )?(?:counts|qualifies) as|what (?:is|are) (?:considered|meant by|the (?:exact )?(?:difference|definition))|whats the (?:difference|definition)|difference between|differences? (?:from|to)|definition of|how (?:do|does) (?:you|they|it|the \w+) define|what (?:do|does|did) (?:\w+ ){1,4}mean|que (?:significa|quiere decir|se considera|cuenta como|es exactamente|son exactamente)|(?:cual es la )?diferencia entre|definicion de)\b/,
  ],
  [
    'which',
    /\b(?:names? of|(?:what|which) (?:is|are) (?:the|their|its) names?|names (?:pls|please)|(?:complete|full) list of|list (?:all|every|them)|name (?:all|every)|nombres? de|lista (?:completa )?de)\b|\b(?:called|llaman)$/,
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
