import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

/**
 * The stock echo bot on the stack the assistant stands on: restify, CloudAdapter, the SDK's own check of tokens.
 * A process of its own: `node echo-bot.ts APP_ID OPENID_METADATA`; prints its port.
 */
const [, , appId = '', openIdMetadata = ''] = process.argv;

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'a secret',
    MicrosoftAppType: 'MultiTenant',
    // Setting one of them means setting all: the public cloud's, but for where keys are read.
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
    CallerId: 'urn:botframework:azure',
  }),
);

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  const { body, headers, method = '' } = request;
  await adapter.process({ body, headers, method }, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
