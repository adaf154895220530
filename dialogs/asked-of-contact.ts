import type { ConversationState } from '../src/conversation/conversation-state.ts';
import type { ScoredIntent, TipLineFact } from '../src/understanding/understanding.ts';
import { asksSomething } from './question-form.ts';
import { plainWords } from './same-words.ts';

/** Longer messages bring a subject of their own. */
const wordsAtMost = 12;
/** From this confidence on what a message was taken for stands. */
const sure = 0.85;

/**
 * After a contact was given, or inside the report flow, a short question is mostly about that contact ("is anyone there
 * at 9?", "mándame el link", "do I have to give my name"): which fact of it is asked for, or null where the message has
 * a subject of its own. The contact table then answers, or it is said that it does not.
 */
export function askedOfContact(
  text: string,
  intents: readonly ScoredIntent[],
  { flow, topic }: Pick<ConversationState, 'flow' | 'topic'>,
): TipLineFact | null {
  if (topic === null && flow !== 'report') return null;
  const words = plainWords(text);
  if (words.split(' ').length > wordsAtMost || addressesUs.test(words)) return null;
  // Who is listened to, or cannot speak, must write; whatever else the words were taken for.
  if (cannotSpeak.test(words) && !intents.some(({ intent }) => intent.kind === 'emergency')) return 'text';
  if (!intents.every(leavesRoom) || (pagesSubject.test(words) && !pointsThere.test(words))) return null;
  const fact = facts.find(([, pattern]) => pattern.test(words))?.[0];
  if (fact) return fact;
  return asksSomething(text) && personal.test(words) ? 'afterwards' : null;
}

/** What a bare question about a contact may be mistaken for. */
function leavesRoom({ intent, confidence }: ScoredIntent): boolean {
  switch (intent.kind) {
    case 'question':
    case 'follow-up':
      return true;
    case 'about':
      return aboutAnybody.has(intent.fact) || confidence < sure;
    case 'refuse':
      return intent.reason === 'off-topic' || (intent.reason === 'legal' && confidence < sure);
    case 'smalltalk':
      return confidence < sure && intent.move !== 'start-over';
    case 'referral':
    case 'tip-line-fact':
      return confidence < 0.6;
    default:
      return false;
  }
}

const aboutAnybody: ReadonlySet<string> = new Set(['languages', 'source', 'identity', 'official', 'human']);

/** "Are you recording this": the assistant, not the contact. */
const addressesUs =
  /\b(?:(?:are|do|did|can|could|will|would|were|have) (?:you|u)|you are|youre|your (?:name|page|answers?)|eres|es usted|usted es|(?:puedes|puede) (?:decirme|ayudarme|leer|ver)|este chat|this (?:chat|page|conversation|bot)|esta (?:pagina|conversacion))\b/;

/** What is asked for, the first match deciding. */
const facts: readonly (readonly [TipLineFact, RegExp])[] = [
  [
    'hours',
    /\b(?:hours?|until what time|(?:at )?what time|open|closed?|any(?:one|body) there|at night|tonight|weekends?|(?:satur|sun)days?|holidays?|at \d{1,2} ?(?:am|pm)?$|horarios?|(?:a|hasta) que horas?|(?:en|de|por) la noche|de noche|abren?|abiert[oa]s?|cierran?|cerrad[oa]s?|domingos?|sabados?|fines? de semana)\b/,
  ],
  [
    'languages',
    /\b(?:(?:they|anyone|anybody|someone|who) speaks?|spanish|english|interpreters?|translators?|languages?|hablan?|hablo|espanol|ingles|interpretes?|traductor(?:es)?|idiomas?)\b/,
  ],
  [
    'text',
    /\b(?:text (?:them|it|that|there|message|messages|you)|(?:can|could|may) (?:i|we) text|sms|i can text|mensajes? de texto|(?:mandar|enviar)(?:les?)? (?:un )?mensajes?|by chat|chatear)\b/,
  ],
  [
    'cost',
    /\b(?:free|costs?|charges?(?! (?:people|someone|anyone|him|her|them|with))|pay for (?:it|that|the call)|gratis|gratuit[oa]s?|cobran?|cuesta|costo)\b/,
  ],
  ['email', /\b(?:e ?mails?|correo(?: electronico)?)\b/],
  ['tty', /\b(?:tty|deaf|hard of hearing|sord[oa]s?)\b/],
  [
    'online',
    /\b(?:web ?sites?|web ?page|links?|online|form|forms|url|computer|internet|sitio(?: web)?|enlace|liga|formulario|en linea|computadora|por internet)\b/,
  ],
  [
    'anonymity',
    /\b(?:(?:give|say|tell(?: them)?|leave|use) my (?:real )?name|anonymous(?:ly)?|confidential|in private|(?:tell|share|pass)\b.*\b(?:immigration|police|ice|landlord|boss|them)|(?:dar|decir|dejar) mi nombre|anonim[oa]s?|confidencial|avisan?|le dicen)\b/,
  ],
  [
    'number',
    /\b(?:phone|telephone|(?:the|that|what) number|(?:can|could|should) (?:i|my \w+|we) (?:call|phone|text)|call them|telefono|(?:el|que|cual) numero|(?:puedo|puede) (?:llamar|marcar)|llamarles)\b/,
  ],
  [
    'scope',
    /\b(?:who (?:runs|answers|picks up|is (?:it|that|this|behind)|works there)|(?:part of|run by|belongs? to|work(?:s|ing)? (?:for|with)) (?:ice|the government|immigration|dhs)|quien(?:es)? (?:contestan?|responden?|atienden?|es|son|dirige)|(?:del|con el|es el) gobierno)\b/,
  ],
  [
    'afterwards',
    /\b(?:how long (?:does|will|do|is)|the wait|take long|what happens|and then|in person|an office|go there|walk in|visit|cuanto (?:tiempo|(?:se )?tardan?|demora)|que pasa (?:despues|luego)|en persona|una oficina|ir ahi)\b/,
  ],
];

/** Questions about oneself or somebody: no page answers them, and what is asked concerns the matter in hand. */
const personal = /\b(?:i|me|my|him|her|he|she|there|yo|mi|mis|le|debo|puedo|tengo|ahi)\b/;

const cannotSpeak =
  /\b(?:cant|cannot|can not|not able to|unable to|afraid to|scared to) (?:call|talk|speak|phone|say anything)\b(?! (?:to|about|with|any|english|spanish))|\bno puedo (?:hablar|llamar|marcar)\b(?! (?:con|de|sobre|ingles|espanol))/;

/** The contact, pointed at. */
const pointsThere =
  /\b(?:they|them|there|that (?:line|number|place|office)|those (?:people|lines)|ellos|ahi|alla|alli|es[ae] (?:linea|numero|oficina))\b/;

/** Asks what the agency does after all. */
const pagesSubject = /\b(?:what (?:does|do|is|are)|how does|que (?:hace|hacen|es|son|dice|dicen)|ice|agency|agencia)\b/;
