import type { WidgetEvent, WidgetEvents } from './panel-contract.ts';

/** The element's methods, and `window.Answerline` for the page's first widget. */
export interface AnswerlineApi {
  open(): void;
  close(): void;
  /** Opens the panel and sends a message as if the visitor had typed it. */
  ask(text: string): void;
  /** Listens; the returned function stops it. */
  on<Name extends WidgetEvent>(name: Name, listener: (detail: WidgetEvents[Name]) => void): () => void;
}

/** Listens for what happens in the widgets below `target`; the returned function stops it. */
export function listen<Name extends WidgetEvent>(
  target: EventTarget,
  name: Name,
  listener: (detail: WidgetEvents[Name]) => void,
): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<WidgetEvents[Name]>).detail);
  target.addEventListener(`answerline-${name}`, heard);
  return () => target.removeEventListener(`answerline-${name}`, heard);
}

declare global {
  interface Window {
    Answerline?: AnswerlineApi;
  }
}
