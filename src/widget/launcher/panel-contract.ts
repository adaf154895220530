import type { WidgetFacts } from '../facts.ts';
import type { Options } from './options.ts';

/** What happens in the widget, as `on` reports it: never a word of what was said. */
export interface WidgetEvents {
  readonly open: Record<string, never>;
  readonly close: Record<string, never>;
  /** A reply was shown; `kind` is that of the reply, null from bots that are not Answerline. */
  readonly reply: { readonly kind: string | null };
  /** A message could not be delivered for now (`offline`, `unreachable`, `fault`, `busy`) or at all (`refused`). */
  readonly fault: { readonly reason: string };
}

export type WidgetEvent = keyof WidgetEvents;

/** What the launcher hands to the panel that it loads. */
export interface PanelHost {
  readonly shadow: ShadowRoot;
  /** Where the panel is drawn. */
  readonly frame: HTMLElement;
  /** The bot's address, ending in a slash. */
  readonly base: string;
  readonly facts: WidgetFacts;
  options(): Options;
  close(): void;
  emit<Name extends WidgetEvent>(name: Name, detail: WidgetEvents[Name]): void;
}

/** What the launcher asks of the loaded panel. */
export interface Panel {
  /** `focus`: move the keyboard into the panel (never for a panel that the page shows by itself). */
  opened(focus: boolean): void;
  closed(): void;
  ask(text: string): void;
  optionsChanged(): void;
}

/** What the panel's module exports. */
export interface PanelModule {
  createPanel(host: PanelHost): Panel;
}
