import assert from 'node:assert/strict';
import net from 'node:net';
import { type RunningApp, runApp } from '../server/running-app.ts';

describe('row 11: clients that are slow on purpose', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp();
  });
  after(() => app.stop());

  it('closes 500 of them within 15 seconds and serves others meanwhile', async function () {
    this.timeout(30_000);
    const { port } = new URL(app.url);
    const beginnings = [
      '',
      'GET / HTTP/1.1\r\nhost: a\r\nx-slow: ',
      'POST /api/messages HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    ];
    const started = performance.now();
    const ends = Array.from({ length: 500 }, (_, number) => {
      const socket = net.connect(Number(port), '127.0.0.1');
      socket.write(beginnings[number % beginnings.length] ?? '');
      const dripping = setInterval(() => socket.writable && number % 3 === 1 && socket.write('a'), 1_000);
      socket.on('data', () => {});
      socket.on('error', () => {});
      return new Promise<number>((resolve) =>
        socket.on('close', () => {
          clearInterval(dripping);
          resolve(performance.now() - started);
        }),
      );
    });
    const times: number[] = [];
    while (performance.now() - started < 5_000) {
      const asked = performance.now();
      assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
      times.push(performance.now() - asked);
    }
    const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
    assert.ok(p99 < 250, `p99 of others was ${p99} ms`);
    const last = Math.max(...(await Promise.all(ends)));
    assert.ok(last < 15_000, `the last one was closed after ${Math.round(last)} ms`);
  });
});
