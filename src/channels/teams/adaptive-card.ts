import type { Attachment } from 'botframework-schema';
import type { Lang } from '../../knowledge/knowledge.ts';

/** The part of Adaptive Cards 1.5 that we draw: what Teams shows on desktop, web and phones alike. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: Lang;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardButton[];
  /** Shown by clients that cannot draw the card. */
  readonly fallbackText: string;
  /** Read out by screen readers and speech clients. */
  readonly speak: string;
}

export type CardElement = TextBlock | Container | ActionSet;

export interface TextBlock {
  readonly type: 'TextBlock';
  /** Markdown. */
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium';
  readonly isSubtle?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Medium';
}

export interface Container {
  readonly type: 'Container';
  readonly style?: 'emphasis' | 'attention';
  readonly items: readonly CardElement[];
  readonly separator?: boolean;
  readonly spacing?: 'Medium';
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardButton[];
}

export type CardButton =
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | { readonly type: 'Action.Submit'; readonly title: string; readonly data: SubmitData };

/**
 * What a pressed button sends. Teams turns `msteams` into a message of the visitor (`displayText` shown, `text` sent);
 * clients that do not know `messageBack` send the whole object, where `say` is read (src/bot/turn-event.ts).
 */
export interface SubmitData {
  readonly msteams: {
    readonly type: 'messageBack';
    readonly text: string;
    readonly displayText: string;
    readonly value: { readonly say: string };
  };
  readonly say: string;
}

export function adaptiveCard(parts: {
  readonly lang: Lang;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardButton[];
  /** Everything the card says, as plain text. */
  readonly plain: string;
}): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: parts.lang,
    body: parts.body,
    ...(parts.actions.length > 0 ? { actions: parts.actions } : {}),
    fallbackText: parts.plain,
    speak: spoken(parts.plain),
  };
}

export function cardAttachment(card: AdaptiveCard): Attachment {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
}

export function textBlock(text: string, look: Partial<Omit<TextBlock, 'type' | 'text' | 'wrap'>> = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

export function submitButton(label: string, value: string): CardButton {
  return {
    type: 'Action.Submit',
    title: label,
    data: { msteams: { type: 'messageBack', text: value, displayText: label, value: { say: value } }, say: value },
  };
}

export function openButton(title: string, url: string): CardButton {
  return { type: 'Action.OpenUrl', title, url };
}

/** Addresses are not read out, and nothing in it may pass for SSML. */
function spoken(plain: string): string {
  return plain
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[<>&]/g, ' ')
    .replace(/^[>•-] +/gm, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
