import assert from 'node:assert/strict';
import { loadConfig } from '../../src/config.ts';
import { runApp } from '../server/running-app.ts';

const activity = JSON.stringify({
  type: 'message',
  text: 'hello',
  channelId: 'emulator',
  from: { id: 'a' },
  recipient: { id: 'b' },
  conversation: { id: 'c' },
  deliveryMode: 'expectReplies',
});

describe('row 4: /api/messages without credentials', () => {
  async function tryMessages(environment: Readonly<Record<string, string>>) {
    const app = await runApp(environment);
    try {
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch(`${app.url}/api/messages`, { method: 'POST', headers, body: activity });
      return { status, lines: app.lines.join('') };
    } finally {
      await app.stop();
    }
  }

  it('is not served in production, and the log says so', async () => {
    const { status, lines } = await tryMessages({ NODE_ENV: 'production' });
    assert.equal(status, 404);
    assert.match(lines, /"level":"warn".*\/api\/messages is not served/);
  });

  it('is served in production where that is wanted, and the log says so', async () => {
    const { status, lines } = await tryMessages({ NODE_ENV: 'production', ALLOW_ANONYMOUS_CHANNEL: 'true' });
    assert.equal(status, 200);
    assert.match(lines, /"level":"warn".*takes unsigned requests/);
  });

  it('does not start with half of the credentials', () => {
    assert.throws(() => loadConfig({ MicrosoftAppPassword: 'secret' }), {
      code: 'CONFIG_INVALID',
      message: /^MicrosoftAppId: /,
    });
    assert.throws(
      () => loadConfig({ MicrosoftAppId: '00000000-0000-0000-0000-000000000001', MicrosoftAppType: 'SingleTenant' }),
      { code: 'CONFIG_INVALID', message: /MicrosoftAppPassword: / },
    );
  });
});
