import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type InvokeResponse } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { BotLogic } from '../../bot/bot.ts';
import { type IncomingActivity, READ_ACTIVITY } from '../../bot/incoming-activity.ts';
import type { Registration } from './bot-settings.ts';
import { clouds } from './clouds.ts';

/** Who sent an activity, verified. */
export interface Sender {
  /** Claims of the token; null: unsigned. */
  readonly claims: Readonly<Record<string, unknown>> | null;
  /** The calling app where it is no channel. */
  readonly callerAppId: string | null;
}

/**
 * The SDK's adapter behind our own check of the request: it is handed the verified sender instead of a token, so that
 * a signature is checked once and no error text of the SDK reaches a response.
 */
class VerifiedAdapter extends CloudAdapter {
  answer(sender: AuthenticateRequestResult, activity: Activity, logic: BotLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(sender, activity, logic);
  }
}

/** Service URLs whose clients are kept; a cloud has a handful. */
const keptClients = 100;

/**
 * The SDK's clients, made once for each address instead of for each turn: building their pipelines took a third of a
 * turn's time. They hold no state of a turn, and their tokens are the app's own.
 */
class SharedClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  readonly #tokenClients = new Map<string, Promise<UserTokenClient>>();

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    return {
      create: (serviceUrl, audience) =>
        kept(this.#connectors, `${serviceUrl} ${audience}`, () => factory.create(serviceUrl, audience)),
    };
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return kept(this.#tokenClients, identity.getClaimValue('aud') ?? '', () => super.createUserTokenClient(identity));
  }
}

function kept<T>(clients: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = clients.get(key);
  if (known) return known;
  const made = make();
  clients.set(key, made);
  made.catch(() => clients.delete(key));
  if (clients.size > keptClients) clients.delete(clients.keys().next().value as string);
  return made;
}

/** Runs the bot's logic for a verified activity; the result is what the HTTP response must say (undefined: 200, empty). */
export type RunActivity = (
  activity: IncomingActivity,
  sender: Sender,
  logic: BotLogic,
) => Promise<InvokeResponse | undefined>;

/**
 * @param credentials replaces the credentials made from the registration, e.g. where tokens come from a loopback issuer
 */
export function createTurnAdapter(
  registration: Registration,
  credentials?: ServiceClientCredentialsFactory,
): RunActivity {
  const cloud = clouds[registration.mode === 'signed' ? registration.cloud : 'public'];
  const authentication = new SharedClients(sdkOptions(registration), credentials);
  const adapter = new VerifiedAdapter(authentication);
  return (activity, sender, logic) => {
    const identity = identityOf(sender);
    return adapter.answer(
      {
        claimsIdentity: identity,
        audience: sender.callerAppId ?? cloud.channelAudience,
        callerId: callerIdOf(sender, cloud.callerId),
        connectorFactory: authentication.createConnectorFactory(identity),
      },
      activity as unknown as Activity,
      (context) => {
        context.turnState.set(READ_ACTIVITY, activity);
        return logic(context);
      },
    );
  };
}

function sdkOptions(registration: Registration): Record<string, string> {
  if (registration.mode !== 'signed') return {};
  const { appId, appType, password, tenantId, cloud } = registration;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(password === null ? {} : { MicrosoftAppPassword: password }),
    ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
    ...(clouds[cloud].channelService === '' ? {} : { ChannelService: clouds[cloud].channelService }),
  };
}

function identityOf({ claims }: Sender): ClaimsIdentity {
  if (claims === null) return new ClaimsIdentity([], 'anonymous');
  const listed = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }));
  return new ClaimsIdentity(listed, true);
}

function callerIdOf({ claims, callerAppId }: Sender, channel: string): string {
  if (callerAppId !== null) return `urn:botframework:aadappid:${callerAppId}`;
  return claims === null ? '' : channel;
}
