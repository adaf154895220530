import assert from 'node:assert/strict';
import type { JWTPayload } from 'jose';
import { allowServiceUrls } from '../../../src/channels/bot-framework/service-urls.ts';
import { createSigningKeys } from '../../../src/channels/bot-framework/signing-keys.ts';
import { createVerifier } from '../../../src/channels/bot-framework/verify-request.ts';
import { appId, channelClaims, issuer, type OpenIdProvider, startOpenIdProvider } from './open-id-provider.ts';

const tenantIssuer = 'https://login.microsoftonline.com/99999999-8888-4777-8666-555555555555/v2.0';
const caller = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const serviceUrl = 'https://smba.trafficmanager.net/amer/';

describe('a verified sender', () => {
  let provider: OpenIdProvider;
  before(async () => {
    provider = await startOpenIdProvider();
  });
  after(() => provider.close());

  const verifier = (now?: () => number) => {
    const keys = createSigningKeys(provider.metadataUrl);
    return createVerifier({
      appId,
      issuers: [
        { issuer, keys, speaksFor: 'channel', apps: new Set() },
        { issuer: tenantIssuer, keys, speaksFor: 'app', apps: new Set([caller]) },
      ],
      allowsServiceUrl: allowServiceUrls(['smba.trafficmanager.net']),
      ...(now ? { now } : {}),
    });
  };
  const app = (more: JWTPayload) => channelClaims('', { iss: tenantIssuer, ver: '2.0', azp: caller, ...more });
  const verdictOn = async (claims: JWTPayload) => {
    const authorization = `Bearer ${await provider.sign(claims)}`;
    return verifier()({ authorization, channelId: 'msteams', serviceUrl });
  };

  it('is a channel, whatever way its address ends', async () => {
    const verdict = await verdictOn(channelClaims('https://smba.trafficmanager.net/amer'));
    assert.ok(verdict.accepted && verdict.callerAppId === null && verdict.claims.aud === appId);
  });

  it('is an app of the tenant that is named in the configuration', async () => {
    const second = await verdictOn(app({ aud: `api://${appId}` }));
    assert.ok(second.accepted && second.callerAppId === caller);
    const first = await verdictOn(app({ ver: '1.0', appid: caller, azp: undefined as never }));
    assert.ok(first.accepted && first.callerAppId === caller);
  });

  it('is no other app of the tenant, and no app that only a channel’s claim names', async () => {
    for (const claims of [app({ azp: appId }), app({ azp: undefined as never }), app({ appid: caller, azp: 'x' })]) {
      const verdict = await verdictOn(claims);
      assert.ok(!verdict.accepted && verdict.status === 401);
    }
  });

  it('is remembered until the token ends, not longer', async () => {
    let now = Date.now();
    const verify = verifier(() => now);
    const authorization = `Bearer ${await provider.sign(channelClaims(serviceUrl))}`;
    const request = { authorization, channelId: 'msteams', serviceUrl };
    assert.ok((await verify(request)).accepted);
    now += 3_600_000;
    assert.ok((await verify(request)).accepted);
    now += 301_000;
    assert.ok(!(await verify(request)).accepted);
  });
});
