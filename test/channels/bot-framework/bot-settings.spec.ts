import assert from 'node:assert/strict';
import { readBotSettings } from '../../../src/channels/bot-framework/bot-settings.ts';

const id = '11111111-2222-4333-8444-555555555555';
const tenant = '99999999-8888-4777-8666-555555555555';
const trial = { production: false, allowAnonymous: false };
const production = { production: true, allowAnonymous: false };

const settings = (environment: Record<string, string>, hosting = production) => {
  const read = readBotSettings(environment, hosting);
  assert.ok('settings' in read, JSON.stringify(read));
  return read.settings;
};
const faults = (environment: Record<string, string>) => {
  const read = readBotSettings(environment, production);
  assert.ok('faults' in read);
  return read.faults;
};

describe('the settings of the bot', () => {
  it('serve unsigned requests in a trial, and in production only where that is wanted', () => {
    assert.equal(settings({}, trial).registration.mode, 'anonymous');
    assert.equal(settings({}, production).registration.mode, 'off');
    assert.equal(settings({}, { production: true, allowAnonymous: true }).registration.mode, 'anonymous');
  });

  it('read a single tenant, a managed identity and a multi-tenant app', () => {
    const single = {
      MicrosoftAppId: id,
      MicrosoftAppType: 'singletenant',
      MicrosoftAppPassword: 'x',
      MicrosoftAppTenantId: tenant,
    };
    assert.deepEqual(
      settings({ ...single, BOT_CLOUD: 'usgov', BOT_SERVICE_URLS: 'https://a.example.gov, http://127.0.0.1:9/' })
        .registration,
      {
        mode: 'signed',
        appId: id,
        appType: 'SingleTenant',
        password: 'x',
        tenantId: tenant,
        cloud: 'usgov',
        serviceHosts: ['a.example.gov', '127.0.0.1:9'],
        trustedApps: [],
        openIdMetadata: null,
      },
    );
    const msi = settings({ MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant });
    assert.ok(msi.registration.mode === 'signed' && msi.registration.password === null);
    const multi = settings({ MicrosoftAppId: id, MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 'x' });
    assert.ok(multi.registration.mode === 'signed' && multi.registration.tenantId === null);
  });

  it('stop the start on partial credentials and say what is missing, without repeating a secret', () => {
    const wrong: readonly [Record<string, string>, RegExp][] = [
      [{ MicrosoftAppPassword: 'hunter2' }, /^MicrosoftAppId: is missing although MicrosoftAppPassword is set\.$/],
      [{ MicrosoftAppTenantId: tenant }, /^MicrosoftAppId: is missing although MicrosoftAppTenantId/],
      [{ MicrosoftAppId: id }, /^MicrosoftAppType: is missing/],
      [{ MicrosoftAppId: 'hunter2', MicrosoftAppType: 'MultiTenant' }, /^MicrosoftAppId: must be a GUID/],
      [{ MicrosoftAppId: id, MicrosoftAppType: 'MultiTenant' }, /^MicrosoftAppPassword: is missing/],
      [
        { MicrosoftAppId: id, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'hunter2' },
        /^MicrosoftAppTenantId: is missing/,
      ],
      [
        {
          MicrosoftAppId: id,
          MicrosoftAppType: 'UserAssignedMSI',
          MicrosoftAppTenantId: tenant,
          MicrosoftAppPassword: 'hunter2',
        },
        /^MicrosoftAppPassword: must not be set/,
      ],
      [
        {
          MicrosoftAppId: id,
          MicrosoftAppType: 'MultiTenant',
          MicrosoftAppPassword: 'hunter2',
          MicrosoftAppTenantId: tenant,
        },
        /^MicrosoftAppTenantId: has no use/,
      ],
      [{ MicrosoftAppType: 'Other' }, /^MicrosoftAppType: must be MultiTenant, SingleTenant, UserAssignedMSI/],
      [{ MICROSOFT_APP_ID: id }, /^MICROSOFT_APP_ID: is called MicrosoftAppId here/],
      [{ BOT_CLOUD: 'china' }, /^BOT_CLOUD: must be public or usgov/],
      [{ BOT_SERVICE_URLS: 'http://example.gov' }, /^BOT_SERVICE_URLS: must be URLs/],
      [{ BOT_TRUSTED_APPS: id }, /^BOT_TRUSTED_APPS: needs MicrosoftAppId/],
      [{ TEAMS_AI_LABEL: 'yes' }, /^TEAMS_AI_LABEL: must be true or false/],
    ];
    for (const [environment, sentence] of wrong) {
      const found = faults(environment);
      assert.ok(
        found.some((fault) => sentence.test(fault)),
        `${JSON.stringify(environment)}: ${found.join(' ')}`,
      );
      assert.ok(!found.join(' ').includes('hunter2'));
    }
  });

  it('leave the label and the hand-off off unless they are asked for', () => {
    assert.deepEqual([settings({}).teamsAiLabel, settings({}).handoffTarget], [false, null]);
    const on = settings({ TEAMS_AI_LABEL: 'true', HANDOFF_TARGET: 'desk' });
    assert.deepEqual([on.teamsAiLabel, on.handoffTarget], [true, 'desk']);
  });
});
