import type { Lang } from '../../knowledge/knowledge.ts';

/** What the demo page and the full page say of their own; names and numbers come from the knowledge. */
export interface PageWords {
  readonly demoTitle: string;
  readonly demoLead: (agency: string) => string;
  readonly unofficial: string;
  readonly tryTitle: string;
  readonly tryLead: string;
  readonly knowsTitle: string;
  readonly knowsLead: string;
  readonly reviewed: (date: string) => string;
  readonly source: string;
  readonly embedTitle: string;
  readonly embedLead: string;
  readonly fullPage: string;
  readonly chatTitle: string;
  readonly noScript: string;
  readonly dangerTitle: string;
  readonly danger: string;
  readonly reportTitle: string;
  readonly back: string;
  readonly otherLanguage: string;
  readonly otherLanguageTag: Lang;
  readonly skip: string;
  readonly newTab: string;
}

export const pageWords: Readonly<Record<Lang, PageWords>> = {
  en: {
    demoTitle: 'Answerline',
    demoLead: (agency) =>
      `An automated assistant that answers from the published words of ${agency}, shows where they stand, and puts people who want to report a crime through to the tip line.`,
    unofficial: 'This is a demonstration. It is not an official government service.',
    tryTitle: 'Try it',
    tryLead: 'Press a question, or open the assistant with the button at the bottom of this page.',
    knowsTitle: 'What it answers from',
    knowsLead:
      'Every answer is quoted word for word from these pages. What they do not say, the assistant does not say.',
    reviewed: (date) => `Last reviewed ${date}`,
    source: 'Read the page',
    embedTitle: 'Put it on a page',
    embedLead: 'One line puts the button on any page of a site.',
    fullPage: 'Open the assistant on a page of its own',
    chatTitle: 'Ask a question',
    noScript: 'The assistant needs JavaScript. These contacts work without it.',
    dangerTitle: 'In danger now?',
    danger: 'If anyone is in danger right now, call',
    reportTitle: 'Report a crime',
    back: 'About this assistant',
    otherLanguage: 'Español',
    otherLanguageTag: 'es',
    skip: 'Skip to the main content',
    newTab: '(opens in a new tab)',
  },
  es: {
    demoTitle: 'Answerline',
    demoLead: (agency) =>
      `Un asistente automático que responde con las palabras publicadas de ${agency}, muestra dónde están y comunica con la línea de denuncias a quien quiere denunciar un delito.`,
    unofficial: 'Esto es una demostración. No es un servicio oficial del gobierno.',
    tryTitle: 'Pruébelo',
    tryLead: 'Pulse una pregunta o abra el asistente con el botón al pie de esta página.',
    knowsTitle: 'De dónde salen las respuestas',
    knowsLead:
      'Cada respuesta cita estas páginas palabra por palabra. Lo que ellas no dicen, el asistente tampoco lo dice.',
    reviewed: (date) => `Última revisión: ${date}`,
    source: 'Leer la página',
    embedTitle: 'Ponerlo en una página',
    embedLead: 'Una línea pone el botón en cualquier página de un sitio.',
    fullPage: 'Abrir el asistente en una página propia',
    chatTitle: 'Haga una pregunta',
    noScript: 'El asistente necesita JavaScript. Estos contactos funcionan sin él.',
    dangerTitle: '¿Está en peligro ahora?',
    danger: 'Si alguien está en peligro en este momento, llame al',
    reportTitle: 'Denunciar un delito',
    back: 'Sobre este asistente',
    otherLanguage: 'English',
    otherLanguageTag: 'en',
    skip: 'Ir al contenido principal',
    newTab: '(se abre en otra pestaña)',
  },
};
