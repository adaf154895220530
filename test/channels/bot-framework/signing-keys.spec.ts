import assert from 'node:assert/strict';
import { createSigningKeys, KeysUnavailable } from '../../../src/channels/bot-framework/signing-keys.ts';
import { type OpenIdProvider, startOpenIdProvider } from './open-id-provider.ts';

const minute = 60_000;

describe('signing keys', () => {
  let provider: OpenIdProvider;
  let now = 0;
  beforeEach(async () => {
    now = 1_000_000;
    provider = await startOpenIdProvider(['msteams', 'webchat']);
  });
  afterEach(() => provider.close());
  const keysOf = () => createSigningKeys(provider.metadataUrl, () => now);

  it('are fetched once for all who wait, and told with the channels they speak for', async () => {
    const keys = keysOf();
    const found = await Promise.all(Array.from({ length: 10 }, () => keys.find('key-1')));
    assert.ok(found.every((key) => key?.endorsements?.includes('webchat')));
    assert.equal(provider.fetches(), 1);
  });

  it('are fetched again for an unknown id at most once a minute, and then found', async () => {
    const keys = keysOf();
    await keys.find('key-1');
    await provider.rotate('key-2');
    now += minute - 1;
    assert.equal(await keys.find('key-2'), null);
    assert.equal(provider.fetches(), 1);
    now += 1;
    assert.ok(await keys.find('key-2'));
    assert.ok(await keys.find('key-1'));
    assert.equal(provider.fetches(), 2);
  });

  it('serve while the issuer is down; unknown ones are then unavailable, asked for every ten seconds', async () => {
    const keys = keysOf();
    await keys.find('key-1');
    provider.setDown(true);
    now += 2 * minute;
    await assert.rejects(keys.find('other'), KeysUnavailable);
    await assert.rejects(keys.find('other'), (error: KeysUnavailable) => error.retryAfter === 10);
    assert.ok(await keys.find('key-1'));
    provider.setDown(false);
    await assert.rejects(keys.find('other'), KeysUnavailable);
    now += 10_000;
    assert.equal(await keys.find('other'), null);
  });

  it('are renewed after a day without making anyone wait', async () => {
    const keys = keysOf();
    await keys.find('key-1');
    now += 25 * 60 * minute;
    assert.ok(await keys.find('key-1'));
    while (provider.fetches() < 2) await new Promise((later) => setTimeout(later, 5));
  });
});
