import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { createLiveWords } from '../../../src/channels/direct-line/live-words.ts';
import { createStreams } from '../../../src/channels/direct-line/streams.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { until } from './direct-line-client.ts';
import { openStream } from './stream-client.ts';

describe('idle streams', () => {
  it('are pinged, and cut when their other end is gone', async () => {
    const log = createMemoryStore();
    const streams = createStreams({ log, words: createLiveWords(), pingMs: 40 });
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => streams.open(socket, 'a', 0));
    await once(server, 'listening');
    await log.create('a');
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const alive = await openStream(url);
    const gone = await openStream(url);
    // A client whose machine fell asleep reads nothing and so answers no ping.
    gone.socket.pause();
    await until(() => streams.size === 1);
    await until(() => alive.pings() >= 3);
    assert.equal(alive.socket.readyState, alive.socket.OPEN);
    await log.forget('a');
    assert.equal(await alive.closed, 1000);
    streams.close();
    server.close();
    gone.socket.terminate();
    await log.close();
  });
});
