import type { Lang } from '../words/words.ts';

/** The few words needed before the panel is loaded, and where it cannot be. */
export const launcherWords: Readonly<Record<Lang, Readonly<Record<LauncherWord, string>>>> = {
  en: {
    ask: 'Ask a question',
    fault: 'The assistant cannot be reached at the moment.',
    danger: 'In danger now? Call',
    again: 'Try again',
    close: 'Close',
  },
  es: {
    ask: 'Haga una pregunta',
    fault: 'No se puede conectar con el asistente en este momento.',
    danger: '¿En peligro ahora? Llame al',
    again: 'Reintentar',
    close: 'Cerrar',
  },
};

type LauncherWord = 'ask' | 'fault' | 'danger' | 'again' | 'close';
