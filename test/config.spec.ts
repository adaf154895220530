import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../src/config.ts';

describe('the configuration', () => {
  it('has a default for everything', () => {
    const config = loadConfig({});
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 3978);
    assert.equal(config.basePath, '');
    assert.equal(config.demoPage, true);
    assert.equal(config.idleMinutes, 30);
    assert.equal(config.store, 'sqlite');
    assert.deepEqual(config.limits.trustProxy, { hops: 0 });
    assert.equal(config.production, false);
    assert.equal(config.official, false);
  });

  it('takes a blank value for none', () => {
    assert.deepEqual(loadConfig({ PORT: '', METRICS_TOKEN: ' ', REDIS_URL: '' }), loadConfig({}));
  });

  it('reads what is given', () => {
    const config = loadConfig({
      BASE_PATH: '/assistant/',
      PUBLIC_URL: 'https://www.example.gov/assistant/',
      ALLOWED_ORIGINS: 'https://a.example.gov, wss://b.example.gov ,',
      DIRECT_LINE_SIGNING_KEY: `${'a'.repeat(32)},${'b'.repeat(40)}`,
      TRUST_PROXY: '10.0.0.0/8, ::1',
      ASSISTANT_OFFICIAL: 'TRUE',
      NODE_ENV: 'production',
    });
    assert.equal(config.basePath, '/assistant');
    assert.equal(config.publicUrl, 'https://www.example.gov/assistant');
    assert.deepEqual(config.directLine.allowedOrigins, ['https://a.example.gov', 'wss://b.example.gov']);
    assert.equal(config.directLine.signingKeys.length, 2);
    assert.deepEqual(config.limits.trustProxy, { ranges: ['10.0.0.0/8', '::1'] });
    assert.deepEqual(loadConfig({ TRUST_PROXY: '2' }).limits.trustProxy, { hops: 2 });
    assert.equal(config.official, true);
    assert.equal(config.production, true);
  });

  for (const [name, value] of [
    ['PORT', '99999'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['BASE_PATH', 'assistant'],
    ['BASE_PATH', '/a/../b?'],
    ['PUBLIC_URL', 'www.example.gov'],
    ['DEMO_PAGE', 'yes'],
    ['IDLE_MINUTES', '0'],
    ['STORE', 'postgres'],
    ['REDIS_URL', 'http://redis'],
    ['DIRECT_LINE_SIGNING_KEY', 'short'],
    ['ALLOWED_ORIGINS', 'www.example.gov'],
    ['ALLOWED_ORIGINS', 'https://www.example.gov/path'],
    ['TRUST_PROXY', 'everybody'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '300.0.0.1'],
    ['METRICS_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['MicrosoftAppId', 'not a guid'],
  ] as const) {
    it(`names ${name} when it is "${value}"`, () => {
      assert.throws(() => loadConfig({ [name]: value }), {
        code: 'CONFIG_INVALID',
        message: new RegExp(`^${name}: [^\n]+$`),
      });
    });
  }

  it('names every wrong variable at once and repeats no value', () => {
    assert.throws(
      () => loadConfig({ PORT: 'secret1', LOG_LEVEL: 'secret2', MicrosoftAppPassword: 'secret3' }),
      ({ message }: Error) => {
        assert.deepEqual(
          message.split('\n').map((line) => line.split(':')[0]),
          ['PORT', 'LOG_LEVEL', 'MicrosoftAppId'],
        );
        assert.doesNotMatch(message, /secret/);
        return true;
      },
    );
  });

  it('is described in .env.example, each variable with its default', () => {
    const example = readFileSync(path.resolve(import.meta.dirname, '..', '.env.example'), 'utf8');
    const described = new Set(Array.from(example.matchAll(/^#? ?([A-Za-z_]+)=/gm), ([, name]) => name));
    const source = readFileSync(path.resolve(import.meta.dirname, '..', 'src', 'config.ts'), 'utf8');
    const read = Array.from(source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm), ([, name]) => name);
    assert.ok(read.length > 20);
    assert.deepEqual(
      read.filter((name) => !described.has(name)),
      [],
    );
    assert.doesNotThrow(() =>
      loadConfig(
        Object.fromEntries(Array.from(example.matchAll(/^([A-Za-z_]+)=(.*)$/gm), ([, name, value]) => [name, value])),
      ),
    );
  });
});
