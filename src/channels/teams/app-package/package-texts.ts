import type { Lang } from '../../../knowledge/knowledge.ts';

/** What Teams' catalogue says of the app, in one language. `{name}` and `{agency}` are filled in. */
export interface PackageTexts {
  readonly fullName: string;
  readonly short: string;
  readonly full: string;
  readonly commandHint: string;
  readonly searchTitle: string;
  readonly searchDescription: string;
  readonly wordsTitle: string;
  readonly wordsDescription: string;
}

const texts: Readonly<Record<Lang, PackageTexts>> = {
  en: {
    fullName: '{name}: questions about {agency}',
    short: 'Answers from {agency}’s published pages, and who to contact.',
    full: '{name} is an automated assistant. It answers questions with the published words of {agency}, each with its source and review date, and says so when the pages do not answer. It can give the tip line and other contacts. It cannot take reports: please do not describe a crime in the chat. Messages are kept by Teams as your organization has set it up; the app itself keeps no transcript and forgets a conversation when it has been idle.',
    commandHint: 'Ask this',
    searchTitle: 'Search the pages',
    searchDescription: 'Find a section of the published pages and insert it with its source',
    wordsTitle: 'Words',
    wordsDescription: 'A question or a few words',
  },
  es: {
    fullName: '{name}: preguntas sobre {agency}',
    short: 'Respuestas de las páginas publicadas de {agency} y a quién acudir.',
    full: '{name} es un asistente automático. Responde a preguntas con las palabras publicadas de {agency}, cada una con su fuente y su fecha de revisión, y lo dice cuando las páginas no responden. Puede dar la línea de denuncias y otros contactos. No puede recibir denuncias: por favor, no describa un delito en el chat. Teams conserva los mensajes según lo haya dispuesto su organización; la aplicación no guarda transcripciones y olvida una conversación cuando queda inactiva.',
    commandHint: 'Preguntar esto',
    searchTitle: 'Buscar en las páginas',
    searchDescription: 'Busque una sección de las páginas publicadas e insértela con su fuente',
    wordsTitle: 'Palabras',
    wordsDescription: 'Una pregunta o unas palabras',
  },
};

export function packageTexts(lang: Lang, filled: { readonly name: string; readonly agency: string }): PackageTexts {
  const fill = (text: string) => text.replace('{name}', filled.name).replace('{agency}', filled.agency);
  return Object.fromEntries(
    Object.entries(texts[lang]).map(([key, text]) => [key, fill(text)]),
  ) as unknown as PackageTexts;
}
