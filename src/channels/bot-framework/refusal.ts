import type { ChannelResponse } from '../channel-http.ts';

/** What a refused sender is told: a code and a fixed sentence, never an exception's text. */
const refusals = {
  BadSyntax: {
    status: 400,
    message: 'The body is not an activity: type, channelId, conversation.id and from.id are required.',
  },
  Unauthorized: { status: 401, message: 'The request carries no valid token.' },
  Forbidden: { status: 403, message: 'The sender or its service URL is not accepted here.' },
  MethodNotAllowed: { status: 405, message: 'Activities are posted.' },
  TooManyRequests: { status: 429, message: 'Too many messages: wait for the seconds Retry-After says.' },
  ServiceError: { status: 500, message: 'The turn failed.' },
  ServiceUnavailable: { status: 503, message: 'Tokens cannot be verified now.' },
} as const;

export function refusal(code: keyof typeof refusals, headers: Readonly<Record<string, string>> = {}): ChannelResponse {
  const { status, message } = refusals[code];
  return { status, headers, body: { error: { code, message } } };
}
