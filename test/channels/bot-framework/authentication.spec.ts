import assert from 'node:assert/strict';
import { UnsecuredJWT } from 'jose';
import { message } from '../../bot/activities.ts';
import { channelClaims, type OpenIdProvider, startOpenIdProvider } from './open-id-provider.ts';
import { registrationFor, startConnector, startEndpoint } from './signed-endpoint.ts';

describe('who may post activities', () => {
  let provider: OpenIdProvider;
  let connector: Awaited<ReturnType<typeof startConnector>>;
  before(async () => {
    provider = await startOpenIdProvider(['msteams']);
    connector = await startConnector();
  });
  after(() => Promise.all([provider.close(), connector.close()]));

  const activity = () => ({ ...message, channelId: 'msteams', serviceUrl: connector.url });
  const endpoint = () => startEndpoint(registrationFor(provider, [connector.host]));

  it('is a channel with a good token: the bot runs', async () => {
    const { post, runs } = endpoint();
    const response = await post(activity(), await provider.sign(channelClaims(connector.url)));
    assert.equal(response.status, 200);
    assert.equal(runs(), 1);
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const bad: Readonly<Record<string, () => Promise<string | undefined> | string | undefined>> = {
    'no token': () => undefined,
    garbage: () => 'garbage',
    'three parts of garbage': () => 'a.b.c',
    'a forged signature': () => provider.sign(channelClaims(connector.url), 'forged'),
    'alg none': () => new UnsecuredJWT(channelClaims(connector.url)).encode(),
    'an expired token': () => provider.sign(channelClaims(connector.url, { exp: seconds() - 301 })),
    'a token without an end': () => provider.sign(channelClaims(connector.url, { exp: undefined as never })),
    'a token of the future': () => provider.sign(channelClaims(connector.url, { nbf: seconds() + 600 })),
    'another audience': () => provider.sign(channelClaims(connector.url, { aud: 'someone-else' })),
    'another issuer': () => provider.sign(channelClaims(connector.url, { iss: 'https://evil.example' })),
    'a tenant’s issuer': () => provider.sign(channelClaims(connector.url, { iss: 'https://sts.windows.net/random/' })),
    'an unknown key': () => provider.sign(channelClaims(connector.url), 'forged', { kid: 'nobody' }),
    'no key id': () => provider.sign(channelClaims(connector.url), 'known', { kid: undefined }),
    'times that are no numbers': () => provider.sign(channelClaims(connector.url, { exp: 'soon' as never })),
  };
  for (const [name, token] of Object.entries(bad)) {
    it(`is nobody with ${name}: 401, and the bot does not run`, async () => {
      const { post, runs } = endpoint();
      const response = await post(activity(), await token());
      assert.equal(response.status, 401);
      assert.equal(response.headers?.['WWW-Authenticate'], 'Bearer');
      assert.deepEqual(response.body, {
        error: { code: 'Unauthorized', message: 'The request carries no valid token.' },
      });
      assert.equal(runs(), 0);
    });
  }

  it('is no channel that its key is not endorsed for: 403', async () => {
    const { post, runs } = endpoint();
    const token = await provider.sign(channelClaims(connector.url));
    assert.equal((await post({ ...activity(), channelId: 'directline' }, token)).status, 403);
    assert.equal(runs(), 0);
  });

  it('is nobody whose service URL is not the token’s or not allowed: 403, and no socket is opened', async () => {
    const { post, runs } = endpoint();
    const token = await provider.sign(channelClaims(connector.url));
    assert.equal(
      (await post({ ...activity(), serviceUrl: 'https://smba.trafficmanager.net/amer/' }, token)).status,
      403,
    );
    assert.equal((await post({ ...activity(), serviceUrl: undefined }, token)).status, 403);
    for (const elsewhere of [
      'https://evil.example/',
      'http://smba.trafficmanager.net/',
      'https://u@smba.trafficmanager.net/',
    ]) {
      const forged = await provider.sign(channelClaims(elsewhere));
      assert.equal((await post({ ...activity(), serviceUrl: elsewhere }, forged)).status, 403, elsewhere);
    }
    assert.equal(runs(), 0);
    assert.deepEqual(connector.received, []);
  });

  it('cannot be told while the key set is down: 503 with Retry-After, and 401 for unknown issuers all the same', async () => {
    provider.setDown(true);
    const { post, runs } = endpoint();
    const response = await post(activity(), await provider.sign(channelClaims(connector.url)));
    assert.equal(response.status, 503);
    assert.match(response.headers?.['Retry-After'] ?? '', /^\d+$/);
    const stranger = await provider.sign(channelClaims(connector.url, { iss: 'https://evil.example' }));
    assert.equal((await post(activity(), stranger)).status, 401);
    assert.equal(runs(), 0);
    provider.setDown(false);
  });

  it('is asked of the issuer once, however many unknown keys are named', async () => {
    const { post } = endpoint();
    const before = provider.fetches();
    for (let index = 0; index < 20; index++) {
      await post(activity(), await provider.sign(channelClaims(connector.url), 'forged', { kid: `unknown-${index}` }));
    }
    assert.equal(provider.fetches() - before, 1);
  });
});

describe('apps of the own tenant', () => {
  const tenantId = '99999999-8888-4777-8666-555555555555';
  const caller = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

  it('are nobody unless they are named', async () => {
    const provider = await startOpenIdProvider();
    const claims = channelClaims('', { iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0', appid: caller });
    const { post, runs } = startEndpoint(registrationFor(provider, ['127.0.0.1']));
    const response = await post({ ...message, serviceUrl: 'http://127.0.0.1:1/' }, await provider.sign(claims));
    assert.equal(response.status, 401);
    assert.equal(runs(), 0);
    await provider.close();
  });
});
