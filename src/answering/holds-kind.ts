import type { QuestionKind } from './question-kind.ts';

const unitsAndTeens =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|half|dozens?';
const spanishNumbers =
  'uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|cien|cientos|mil|miles|millones';
const someNumber = `(?:\\d[\\d.,]*|${unitsAndTeens}|${spanishNumbers})`;
const count = new RegExp(`^${someNumber}$`, 'iu');
const timeUnit =
  '(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|dias?|horas?|minutos?|semanas?|mes(?:es)?|anos?)';
const lengthUnit =
  '(?:percent|%|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|inch(?:es)?|yards?|knots?|mph|acres?|hectares?|pounds?|kilograms?|tons?|gallons?|lit(?:er|re)s?|degrees|kilometros?|metros?|por ciento)';
const numberOf = (unit: string): string => `(?<![\\p{L}\\d])(?:an?|${someNumber})(?:[ -]\\p{L}+){0,2}[ -]?${unit}\\b`;
const duration = new RegExp(
  `${numberOf(timeUnit)}|\\b(?:for life|permanent(?:ly)?|immediately|at once|same day|overnight|within the hour|(?:founded|created|established|since|built)\\b.{0,20}\\b\\d{4})\\b`,
  'iu',
);
const measure = new RegExp(numberOf(`(?:${lengthUnit}|${timeUnit})`), 'iu');
const frequency =
  /\b(?:once|twice|every|each|daily|weekly|monthly|yearly|annual(?:ly)?|always|never|regularly|constantly|times|around the clock|day and night|cada|siempre|diario|anual)\b/i;
const time = new RegExp(
  `\\b(?:1[0-9]{3}|20[0-9]{2}|\\d{1,2}(?::\\d\\d)? ?(?:a\\.?m|p\\.?m)|(?:jan|febr)uary|march|april|may|june|july|august|september|(?:octo|novem|decem)ber|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|century|daily|noon|midnight|mornings?|evenings?|(?:at|by) night|day and night|around the clock|spring|summer|autumn|winter|before|after|until|when|once|if|same day|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|cuando)\\b|${someNumber} ${timeUnit} (?:ahead|before|after|ago)`,
  'i',
);
/** A year, a century, a span reckoned from one. */
const since = /\b(?:1[5-9]\d\d|20\d\d|centur(?:y|ies)|decades?|founded|siglos?|decadas?)\b|\b(?:years?|anos?) ago\b/i;
const money =
  /[$€£¥]|\b(?:dollars?|usd|cents?|euros?|pounds?|crowns?|francs?|pesos?|free|charge|pays? nothing|gratis|gratuit[oa]s?|dolares)\b/i;
const contact =
  /@|https?:|www\.|\b\d{3}[-. )]\s?\d{3}[-. ]\d{4}\b|\b\d{1,5} \p{Lu}\p{L}+ (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane)\b/u;
/** Capitalised words inside a sentence: names. */
const names = /(?<=[\p{Ll}\d,;:)”"’] )\p{Lu}[\p{L}-]+/gu;
const place =
  /\b(?:in|at|near|along|across|from|outside|inside|within|throughout|on|under|behind|abroad|overseas|nationwide|online|everywhere|en|cerca de)\b (?:\p{L}+[’' ]){0,4}?(?:countr(?:y|ies)|borders?|cit(?:y|ies)|states?|towns?|count(?:y|ies)|regions?|interior|offices?|buildings?|streets?|roads?|signs?|floor|ports?|airports?|sites?|stations?|centers?|nation|world|rivers?|islands?|parks?|banks?|newspapers?|yards?|depots?|villages?|papers?|detours?|parish(?:es)?|provinces?|markets?|schools?|court|plates?|\p{Lu}\p{L}+)|\b(?:nationwide|everywhere|abroad|overseas|online)\b/u;
const person =
  /\b(?:directors?|secretary|commissioner|chief|president|minister|governor|leader|chair|mayor|king|queen|professor|dr|mr|mrs|ms)\b\.?/i;
const steps =
  /\b(?:apply|application|form|call|visit|submit|contact|register|request|write|ask|online|fill|appointment|by phone|send|sign up|must|solicitar|llamar|formulario)\b/i;

/** A superlative, or a word that puts one thing before all others. */
const most =
  /\b(?:most|least|mostly|mainly|majority|primary|primarily|main|chief(?:ly)?|predominate?ly|above all|especially|first|only|never|all|(?:larg|bigg|small|long|short|old|new|high|low|busi|deep|tall|fast|great|strong|heavi|earli|lat)est|worst|best|mayor|menor|principal(?:es|mente)?|mayoria|mas|peor|mejor)\b/i;
/** Words by which a text says what it means by another. */
const meaning =
  /\b(?:means?|meaning|meant|defin(?:e|ed|es|ition)|is an?|are (?:all|any|those|persons|people)|refers? to|called|known as|counts? as|counted as|consist of|unlike|whereas|differs?|difference|rather than|significa|llama(?:do|da|n)?|se define|es un[ao]?)\b|[:(–—]/i;
const penalty =
  /\b(?:fine[sd]?|penalt(?:y|ies)|prison|jail|imprison(?:ed|ment)?|sentenc\w+|punish\w*|revoked?|suspend(?:ed)?|forfeit(?:ed)?|los(?:e|es|ing)|banned|charged|years|felony|misdemeanor|multa|carcel|prision|pena)\b|[$€£]/i;

/** What the check may know of the question. */
export interface KindContext {
  /** Whether a word is, or means the same as, what is counted. */
  readonly isCounted: (word: string) => boolean;
  /** Whether a capitalised word is no news: the question's own words, the agency's and the page's names. */
  readonly isKnownName: (word: string) => boolean;
}

/** Whether a sentence holds what a question of this kind asks for; null where the kind asks for nothing checkable. */
export function holdsKind(text: string, kind: QuestionKind, { isCounted, isKnownName }: KindContext): boolean | null {
  const namesAnything = (): boolean => (text.match(names) ?? []).some((name) => !isKnownName(name.toLowerCase()));
  switch (kind) {
    case 'open':
      return null;
    case 'count':
      return countsSome(text, isCounted);
    case 'person':
      return person.test(text) && namesAnything();
    case 'which':
      return namesAnything() || /^(?:all|most|every|any|only|todos|todas)\b/i.test(text);
    default:
      return patterns[kind].test(text);
  }
}

const patterns = {
  duration,
  measure,
  frequency,
  money,
  since,
  time,
  place,
  contact,
  steps,
  most,
  meaning,
  penalty,
} as const;

/** Whether a number stands just before what is counted: `about ninety old wrecks`, `400 federal statutes`. */
function countsSome(text: string, isCounted: (word: string) => boolean): boolean {
  const words = text.match(/[\p{L}\d][\p{L}\d,.'’-]*/gu) ?? [];
  return words.some(
    (word, at) => isCounted(word) && words.slice(Math.max(0, at - 3), at).some((near) => count.test(near)),
  );
}
