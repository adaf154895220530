import { asksSomething } from './question-form.ts';
import { plainWords } from './same-words.ts';

/** Longer messages tell more than that it is over. */
const wordsAtMost = 9;

/**
 * Whether a message says that what was told before is over: the police came, the child is found, they are safe. It needs
 * no number any more, and what follows is a new subject.
 */
export function isAllClear(text: string): boolean {
  const words = plainWords(text);
  return words.split(' ').length <= wordsAtMost && !asksSomething(text) && over.test(words) && !goesOn.test(words);
}

const over =
  /\b(?:(?:police|cops|ambulance|they|help|officers) (?:(?:already|finally|just) )?(?:came|arrived|are here|is here|got here|took (?:him|her|them)|arrested (?:him|her|them))|(?:i|im|i am|were|we are|we|hes|he is|shes|she is|theyre|they are|everyone is|all) (?:all )?(?:ok|okay|safe|fine|good|alright)(?: now| again)?$|(?:found|got) (?:him|her|them|my \w+)|(?:hes|shes|he is|she is|theyre|they are) (?:home|back|found)\b|false alarm|(?:its|it is|all) (?:over|sorted|resolved)(?: now)?$|ya (?:llego|vino|esta aqui|llegaron|vinieron) (?:la )?(?:policia|ambulancia|patrulla)?|ya (?:estoy|estamos|esta|estan) (?:bien|a salvo|seguros?|seguras?)|ya (?:paso|aparecio|aparecieron|se arreglo|se resolvio|lo encontr\w+|la encontr\w+)|(?:la|lo|los|las) (?:encontraron|encontramos|hallaron)|falsa alarma)\b/;

/** "He is safe now but I am scared", "not ok": it goes on. */
const goesOn =
  /\b(?:but|pero|not|no|still|todavia|aun|sigue|scared|afraid|miedo|back again|came back|volvio|with a|con un|con una|here to|until|hasta|if|si)\b/;
