import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { MicrosoftAppCredentials, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotLogic } from '../../../src/bot/bot.ts';
import type { Registration } from '../../../src/channels/bot-framework/bot-settings.ts';
import { createMessagesEndpoint, type MessagesLog } from '../../../src/channels/bot-framework/messages-endpoint.ts';
import type { RateLimit } from '../../../src/channels/rate-limit.ts';
import { appId, type OpenIdProvider } from './open-id-provider.ts';

/** A channel's connector on loopback: keeps what the bot sends. */
export async function startConnector() {
  const received: {
    readonly path: string;
    readonly token: string | undefined;
    readonly activity: Partial<Activity>;
  }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const activity = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Partial<Activity>;
    received.push({ path: request.url ?? '', token: request.headers.authorization, activity });
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ id: `sent-${received.length}` }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/teams/`,
    host: `127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Credentials that need no login service: what the bot sends carries no token. */
export const noCredentials: ServiceClientCredentialsFactory = {
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => MicrosoftAppCredentials.Empty,
};

export function registrationFor(
  provider: Pick<OpenIdProvider, 'metadataUrl'>,
  serviceHosts: readonly string[],
): Registration & { readonly mode: 'signed' } {
  return {
    mode: 'signed',
    appId,
    appType: 'SingleTenant',
    password: 'a secret',
    tenantId: '99999999-8888-4777-8666-555555555555',
    cloud: 'public',
    serviceHosts,
    trustedApps: [],
    openIdMetadata: provider.metadataUrl,
  };
}

/** The real endpoint under a registration; remembers whether the bot ran and what was logged. */
export function startEndpoint(registration: Registration, bot: BotLogic = async () => undefined, limit?: RateLimit) {
  const logged: MessagesLog[] = [];
  let runs = 0;
  const handler = createMessagesEndpoint({
    registration,
    ...(limit ? { limit } : {}),
    credentials: noCredentials,
    bot: async (context) => {
      runs += 1;
      await bot(context);
    },
    log: (event) => logged.push(event),
  });
  return {
    logged,
    runs: () => runs,
    post: (body: unknown, token?: string) =>
      handler({
        method: 'POST',
        params: {},
        query: {},
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        body,
        address: '127.0.0.1',
      }),
  };
}
