import type { Reply } from '../../conversation/reply.ts';

// What a reply consists of is part of the protocol too: the widget takes it from here.
export type { ContactCard, Passage, Reply, ShownFact, Source } from '../../conversation/reply.ts';

/**
 * Direct Line 3.0 as this server and the widget speak it: types only, so that the widget's bundle can share them.
 * Routes, under `/v3/directline`: `tokens/generate` (needs no token), `tokens/refresh`, `conversations`,
 * `conversations/:id`, `conversations/:id/activities`, and the WebSocket of `streamUrl`.
 * An `endOfConversation` activity from the client erases the conversation at once.
 */

/** Body of `POST tokens/generate` and `POST conversations`; everything is optional, `user` is ignored. */
export interface StartRequest {
  /** BCP 47 tag of the page or client: the language hint of the whole conversation. */
  readonly locale?: string;
}

/** Answer of `tokens/generate` and `tokens/refresh`. */
export interface TokenResponse {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds the token is good for. */
  readonly expires_in: number;
  /** Where to go on with this token, e.g. `https://directline.botframework.com/v3/directline`; absent: here. */
  readonly domain?: string;
}

/** Answer of `POST conversations` (201, or 200 if it was started before) and of `GET conversations/:id?watermark=` (200). */
export interface ConversationResponse extends TokenResponse {
  /** Absolute `ws(s)://` address with a short-lived token of its own. */
  readonly streamUrl: string;
}

/** Body of an activities poll and of each non-empty WebSocket frame. */
export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  /** Opaque. Covers exactly what was delivered up to here; absent on frames that hold live-only activities (typing). */
  readonly watermark?: string;
}

/** Answer of `POST activities`: the id given; sent after the turn is stored. The same clientActivityID gets the same id. */
export interface ResourceResponse {
  readonly id: string;
}

/** Every error body of these routes. 403: token expired; 404: conversation over; 429 with Retry-After: too many. */
export interface ErrorResponse {
  readonly error: { readonly code: ErrorResponseCode; readonly message: string };
}

export type ErrorResponseCode =
  | 'BadArgument'
  | 'Unauthorized'
  | 'TokenExpired'
  | 'Forbidden'
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'MessageSizeTooBig'
  | 'AttachmentsNotSupported'
  | 'UnsupportedMediaType'
  | 'TooManyRequests'
  | 'ServiceUnavailable'
  | 'ServerError';

/** What our activities carry on the wire; stock clients see ordinary Bot Framework activities. */
export interface WireActivity {
  readonly type: 'message' | 'typing' | 'event' | 'endOfConversation' | string;
  readonly id?: string;
  readonly timestamp?: string;
  readonly from: { readonly id: string; readonly name?: string; readonly role?: 'bot' | 'user' };
  readonly conversation?: { readonly id: string };
  /** For stock clients: the whole reply as text (`textFormat` says plain or markdown). The widget reads `channelData.answerline`. */
  readonly text?: string;
  readonly textFormat?: 'plain' | 'markdown';
  readonly locale?: string;
  readonly replyToId?: string;
  readonly inputHint?: string;
  readonly attachmentLayout?: string;
  /** For stock clients: Adaptive Cards. */
  readonly attachments?: readonly { readonly contentType: string; readonly content?: unknown }[];
  readonly suggestedActions?: {
    readonly to?: readonly string[];
    readonly actions: readonly { readonly type: string; readonly title: string; readonly value: unknown }[];
  };
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: WireChannelData;
}

export interface WireChannelData {
  /** Chosen by the client; comes back on the echo of its message. */
  readonly clientActivityID?: string;
  readonly answerline?: AnswerlineData;
}

/** Structure beside the text. A client draws it as text nodes; there is no markup in it. */
export interface AnswerlineData {
  /** The reply this activity is. */
  readonly reply?: Reply;
  /** On the echo of a visitor's message of which only the id was kept: `text` is then a placeholder, or absent. */
  readonly notKept?: true;
}

/** What a client may send: a message, or a press of a thumb as an event. */
export type ClientActivity =
  | {
      readonly type: 'message';
      readonly text: string;
      readonly locale?: string;
      readonly channelData?: { readonly clientActivityID?: string };
    }
  | {
      readonly type: 'event';
      readonly name: typeof feedbackEvent;
      readonly value: FeedbackValue;
      readonly channelData?: { readonly clientActivityID?: string };
    };

/** Name of the event by which a thumb is pressed. */
export const feedbackEvent = 'answerline/feedback';

export interface FeedbackValue {
  /** Id of the activity rated. */
  readonly replyTo: string;
  readonly rating: 'up' | 'down';
}
