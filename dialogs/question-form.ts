import { plainWords } from './same-words.ts';

/**
 * Whether a message has the form of a question, in English or Spanish. Only the form counts: inside the report flow a
 * message that has it not is taken for part of a description, and is neither searched nor kept.
 */
export function asksSomething(text: string): boolean {
  const words = plainWords(text).split(' ');
  const from = words.findIndex((word) => !lead.has(word));
  const telling = from < 0 ? [] : words.slice(from);
  const [first = '', second = ''] = telling;
  if (details(words)) return false;
  if (/[?¿]/.test(text) || requests.test(telling.join(' ')) || auxiliaries.has(first)) return true;
  return isAsked(first, second) || endsAsking(text);
}

function isAsked(first: string, second: string): boolean {
  return questionWords.has(first) && !statement.has(second);
}

/** "Thanks, another question: what is the biggest job there": the last clause asks, in three words or more. */
function endsAsking(text: string): boolean {
  const last = text.split(/[.!;:,…]+\s+/).at(-1) ?? '';
  const words = last === text ? [] : plainWords(last).split(' ');
  const from = words.findIndex((word) => !lead.has(word));
  return from >= 0 && words.length - from >= 3 && isAsked(words[from]!, words[from + 1]!);
}

/** Whether a message tells of a person: names, places, numbers. */
export function tellsDetails(text: string): boolean {
  return details(plainWords(text).split(' ')) || /\d{5}/.test(text);
}

/** A name, an address or a number being given: someone's details, even where a question follows. */
function details(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return givesDetails.test(text);
}

const givesDetails =
  / (names?|nombre|apellido|plate|placa|address|direccion|birthday|phone number|telefono|alien number|a number|numero) (is|are|es|son) | (s?he|they) (lives?|works?|drives?|stays?) (at|in|on|near|with|a) | se llaman? | vive en | viven en | trabaja en | was born | nacio | is called | named | (shes|hes|she is|he is|tiene|im) \d{1,2}( years old| anos)? | (is|was|esta|estaba|iba|anda|andaba)? ?(wearing|vestid[oa]) /;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const lead = set(
  'ok okay so and but also well hi hello hey please then now yes no thanks thank you y pero entonces bueno oye hola ' +
    'por favor tambien gracias ah oh um a de en con para to in at on for from with oiga mire disculpe perdon anyway seriously ' +
    'sorry listen look actually ahora',
);

const questionWords = set(
  'what whats who whos whom where wheres when whens why how hows which whose que cual cuales quien quienes como donde ' +
    'cuando cuanto cuantos cuanta cuantas adonde',
);

const auxiliaries = set('is are am do does did can could will would should may puedo puede puedes pueden podria');

/** After a question word these make a statement of it: "when he came", "what they do is", "como ellos". */
const statement = set(
  'i he she they we it his her their my our the a an this that el ella ellos ellas yo mi su sus un una mis nosotros',
);

/** Requests that need no question mark, from their first word on. */
const requests =
  /^((la pagina|the page|it|este sitio) (que )?(dice|habla|menciona|says?|mentions?) |any (examples?|idea|chance|way|info)|(tell|show|give|read) (me|us)|explain|define|summari[sz]e|i wonder|more (about|on)|(i (want|need|would like|wanna)|id like)( to)? (know|ask|learn|read|understand|hear)|(di|diga)me (que|como|mas|cual)|cuenta?me|muestra?me|muestreme|mas sobre|expli(ca|que)|(quiero|quisiera|necesito|me gustaria) (saber|preguntar|conocer|entender)) ?/;
