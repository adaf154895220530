import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotLogic } from '../../bot/bot.ts';
import { type IncomingActivity, readActivity } from '../../bot/incoming-activity.ts';
import type { ChannelHandler } from '../channel-http.ts';
import type { RateLimit } from '../rate-limit.ts';
import { createAdmission } from './admission.ts';
import type { Registration } from './bot-settings.ts';
import { errorPlace } from './error-place.ts';
import { refusal } from './refusal.ts';
import { createTurnAdapter } from './turn-adapter.ts';

export interface MessagesParts {
  readonly registration: Registration;
  readonly bot: BotLogic;
  /** Paces one person on a signed channel, one conversation elsewhere. */
  readonly limit?: RateLimit;
  /** One line an event, without a visitor's words or a token. */
  readonly log: (event: MessagesLog) => void;
  /** Replaces the credentials made from the registration, e.g. where our own tokens come from elsewhere. */
  readonly credentials?: ServiceClientCredentialsFactory;
}

export type MessagesLog =
  | { readonly msg: 'request refused'; readonly status: number; readonly reason: string }
  | { readonly msg: 'turn failed'; readonly error: string; readonly at: string };

/**
 * `POST /api/messages`: checks the form, then the sender, then runs the bot.
 * 400 for what is no activity, 401 and 403 for senders, 503 with Retry-After while nobody can be verified,
 * 405 for other methods, 429 for too many, and what the protocol says for the rest.
 */
export function createMessagesEndpoint(parts: MessagesParts): ChannelHandler {
  const run = createTurnAdapter(parts.registration, parts.credentials);
  const admit = createAdmission(parts.registration);
  return async (request) => {
    if (request.method !== 'POST') return refusal('MethodNotAllowed', { Allow: 'POST' });
    const activity = readActivity(request.body);
    if (activity === null) return refusal('BadSyntax');
    const admission = await admit(activity, request.headers.authorization);
    if (!admission.admitted) {
      parts.log({ msg: 'request refused', status: admission.response.status, reason: admission.reason });
      return admission.response;
    }
    const pace = await parts.limit?.(speakerKey(activity, parts.registration));
    if (pace?.allowed === false) return refusal('TooManyRequests', { 'Retry-After': String(pace.retryAfter) });
    try {
      const answer = await run(wireActivity(activity, admission.serviceUrl), admission.sender, parts.bot);
      return answer ? { status: answer.status, body: answer.body } : { status: 200 };
    } catch (error) {
      parts.log({ msg: 'turn failed', ...errorPlace(error) });
      return refusal('ServiceError');
    }
  };
}

/** Ids of a signed channel are its own; unsigned ones are whatever the client says, so the conversation counts. */
function speakerKey(activity: IncomingActivity, { mode }: Registration): string {
  const speaker = mode === 'signed' ? activity.from.id : activity.conversation.id;
  return JSON.stringify([activity.channelId, speaker]);
}

/** As the SDK wants it: times as dates, and no address that may not be called. */
function wireActivity(activity: IncomingActivity, serviceUrl: string | null): IncomingActivity {
  const { serviceUrl: _unchecked, timestamp, ...wire } = activity;
  return {
    ...wire,
    ...(serviceUrl === null ? {} : { serviceUrl }),
    ...(timestamp === undefined ? {} : { timestamp: new Date(timestamp) }),
  } as IncomingActivity;
}
