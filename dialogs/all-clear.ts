import type { ConversationState } from '../src/conversation/conversation-state.ts';
import { crisisTopic } from './emergency.ts';
import { asksSomething } from './question-form.ts';
import { plainWords } from './same-words.ts';

/** Longer messages tell more than that it is over. */
const wordsAtMost = 9;

/**
 * Whether a message says that the danger or the search told of before is over: the police came, they are safe, the child is
 * found. It needs no number any more, and what follows is a new subject. Only plain words count: "they are here" and "he is
 * back" are the opposite. After thoughts of suicide nothing is over: that line stays in sight.
 */
export function isAllClear(text: string, { flow, topic }: Pick<ConversationState, 'flow' | 'topic'>): boolean {
  if (topic === crisisTopic || flow === 'report' || (flow === 'none' && topic === null)) return false;
  const words = plainWords(text);
  if (words.split(' ').length > wordsAtMost || asksSomething(text) || goesOn.test(words)) return false;
  return safe.test(words) || (flow === 'emergency' ? helped : found).test(words);
}

const safe =
  /\b(?:(?:i|im|i am|we are|we|everyone is|all) (?:all )?(?:ok|okay|safe|fine|good|alright)(?: now| again)?$|false alarm|(?:its|it is) (?:over|sorted|resolved)(?: now)?$|ya (?:estoy|estamos) (?:bien|a salvo|segur[oa]s?)|falsa alarma)\b/;

/** Help has come: said of danger. After a referral "the police took him" is the matter itself. */
const helped =
  /\b(?:(?:the )?(?:police|cops|ambulance|officers|firefighters) (?:(?:already|finally|just) )?(?:came|arrived|are here|is here|got here|took (?:him|them)|arrested (?:him|them))|ya (?:llego|vino|llegaron|vinieron) (?:la |los )?(?:policias?|ambulancia|patrulla|bomberos))\b/;

/** Of somebody who was looked for. */
const found =
  /\b(?:found (?:him|her|them)|(?:shes|hes|she is|he is|theyre|they are) (?:home|back) safe|ya aparecio|ya aparecieron|ya (?:lo|la|los|las) encontr\p{L}+|(?:lo|la|los|las) (?:encontraron|encontramos|hallaron))\b/u;

/** "The police came but he is back": it goes on. */
const goesOn =
  /\b(?:but|pero|not|no|still|todavia|aun|sigue|scared|afraid|miedo|back again|came back|volvio|with a|con un|con una|here to|until|hasta|if|si|gun|knife|pistola|cuchillo|dead|muert[oa])\b/;
