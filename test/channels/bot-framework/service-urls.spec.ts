import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clouds } from '../../../src/channels/bot-framework/clouds.ts';
import { allowServiceUrls } from '../../../src/channels/bot-framework/service-urls.ts';

describe('service URLs', () => {
  const allows = allowServiceUrls([...clouds.public.serviceHosts, '127.0.0.1:3999', 'localhost']);

  it('are the cloud’s own hosts over https', () => {
    for (const url of [
      'https://smba.trafficmanager.net/amer/',
      'https://smba.infra.gcc.teams.microsoft.com/teams',
      'https://directline.botframework.com/',
      'https://europe.webchat.botframework.com/',
    ]) {
      assert.ok(allows(url), url);
    }
    assert.ok(allowServiceUrls(clouds.usgov.serviceHosts)('https://smba.infra.gov.teams.microsoft.us/teams'));
    assert.ok(!allowServiceUrls(clouds.usgov.serviceHosts)('https://smba.trafficmanager.net/amer/'));
  });

  it('are nothing that merely looks like them', () => {
    for (const url of [
      'http://smba.trafficmanager.net/amer/',
      'https://smba.trafficmanager.net:8443/',
      'https://smba.trafficmanager.net.evil.example/',
      'https://evil.example/smba.trafficmanager.net',
      'https://evil.example#smba.trafficmanager.net',
      'https://smba.trafficmanager.net@evil.example/',
      'https://evil.example\\@smba.trafficmanager.net/',
      'https://evilbotframework.com/',
      'https://botframework.com.evil.example/',
      'https://169.254.169.254/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '//smba.trafficmanager.net/',
      '',
    ]) {
      assert.ok(!allows(url), url);
    }
  });

  it('may be loopback where it is named, with its port', () => {
    assert.ok(allows('http://127.0.0.1:3999/'));
    assert.ok(allows('http://localhost:56150/_connector'));
    assert.ok(!allows('http://127.0.0.1:4000/'));
    assert.ok(!allows('http://[::1]:3999/'));
  });

  it('are decided without an exception, whatever they are', () => {
    fc.assert(fc.property(fc.string(), (url) => typeof allows(url) === 'boolean'));
  });
});
