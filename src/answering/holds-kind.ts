import type { QuestionKind } from './question-kind.ts';

const numberWords =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|hundreds|thousand|thousands|million|millions|billion|half|dozen|dozens|once|twice|both|single|majority|most|daily|weekly|monthly|yearly|annually|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil|millones|mitad';
const number = new RegExp(`\\d|\\b(?:${numberWords})\\b`, 'i');
const time =
  /\b(?:1[0-9]{3}|20[0-9]{2}|\d{1,2}(?::\d\d)? ?(?:a\.?m|p\.?m)|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:\d+(?:st|nd|rd|th)|\w+teenth|\w+tieth) century|century|year|years|months?|weeks?|days?|hours?|daily|noon|midnight|morning|evening|before|after|until|during|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miercoles|jueves|viernes|sabado|domingo|anos?|dias?|horas?)\b/i;
const contact =
  /@|https?:|www\.|\b\d{3}[-. )]\s?\d{3}[-. ]\d{4}\b|\b\d{1,5} [A-Z]\w+ (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane)\b|\b(?:call|e-?mail|phone|write to)\b/;
/** Capitalised words inside a sentence: names. */
const names = /(?<=[\p{Ll},;:)”"] )\p{Lu}[\p{L}’'.-]+/u;
const placeWords =
  /\b(?:in|at|near|along|across|from|outside|inside|within|throughout|on) (?:the |a |an |our |its |most |all |every )?[\p{L}’' ]{0,30}?(?:country|countries|border|city|cities|state|states|town|county|region|area|areas|interior|abroad|overseas|office|offices|building|street|floor|hall|port|ports|airport|airports|site|sites|station|stations|location|locations|center|centers|centre|world|nation|river|valley|island|park|parks|home)\b/iu;
const person =
  /\b(?:director|secretary|commissioner|chief|officer|officers|agents?|president|minister|head|leader|chair|mayor|king|queen|professor|dr|mr|mrs|ms|staff|team|employees?|inspectors?|attorneys?|investigators?|engineers?|scientists?|volunteers?|council|committee|office|department|agency|administration|bureau)\b/i;
const steps =
  /\b(?:you|your|apply|application|must|should|may|can|form|call|visit|submit|contact|register|request|bring|online)\b/i;

const tests: Readonly<Record<Exclude<QuestionKind, 'open'>, (text: string) => boolean>> = {
  quantity: (text) => number.test(text),
  money: (text) => /[$€£]|\b(?:dollars?|usd|cents?|free|fee|budget)\b/i.test(text),
  time: (text) => time.test(text),
  person: (text) => person.test(text) || names.test(text),
  place: (text) => placeWords.test(text) || names.test(text),
  contact: (text) => contact.test(text),
  names: (text) => names.test(text),
  steps: (text) => steps.test(text),
};

/** Whether a text holds what a question of this kind asks for; null where the kind asks for nothing checkable. */
export function holdsKind(text: string, kind: QuestionKind): boolean | null {
  return kind === 'open' ? null : tests[kind](text);
}
