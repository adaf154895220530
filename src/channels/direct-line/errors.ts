import type { ChannelResponse } from '../channel-http.ts';
import type { ErrorResponse, ErrorResponseCode } from './protocol.ts';

/** Every error of these routes: status and a sentence for the developer of a client. No exception's text is ever sent. */
const table: Readonly<Record<ErrorResponseCode, readonly [status: number, message: string]>> = {
  BadArgument: [400, 'The request is not understood: see the Direct Line 3.0 reference.'],
  Unauthorized: [401, 'Send a token of tokens/generate as "Authorization: Bearer ...".'],
  TokenExpired: [403, 'The token has expired: get a new one from tokens/generate.'],
  Forbidden: [403, 'This token does not open this conversation, or this origin is not allowed.'],
  NotFound: [404, 'There is no such address or conversation, or the conversation is over: start a new one.'],
  MethodNotAllowed: [405, 'This address does not take that method.'],
  MessageSizeTooBig: [413, 'The body is larger than 64 KiB.'],
  AttachmentsNotSupported: [415, 'Attachments are not accepted: send text.'],
  UnsupportedMediaType: [415, 'Send plain JSON, without a Content-Encoding.'],
  TooManyRequests: [429, 'Too many messages: wait as long as Retry-After says.'],
  ServiceUnavailable: [503, 'The service cannot answer right now: try again shortly.'],
  ServerError: [500, 'Something went wrong here: try again shortly.'],
};

/** The response for an error, in Direct Line's form. */
export function errorResponse(
  code: ErrorResponseCode,
  headers: Readonly<Record<string, string>> = {},
): ChannelResponse & { readonly body: ErrorResponse } {
  const [status, message] = table[code];
  return { status, headers, body: { error: { code, message } } };
}
