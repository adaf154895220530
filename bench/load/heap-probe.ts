import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

/** Looks into another process's heap. */
export interface HeapProbe {
  /** What lives in the heap after a full collection, MB: resident memory tells how lazily V8 collects, this what is kept. */
  liveMb(): Promise<number>;
  close(): void;
}

/**
 * Connects to the inspector of a Node process started with `--inspect=0`.
 * @param child with standard error piped and unread: the inspector's address is told there
 */
export async function probeHeap(child: ChildProcess): Promise<HeapProbe> {
  const socket = new WebSocket(await inspectorUrl(child));
  await once(socket, 'open');
  let sent = 0;
  const call = async (method: string, params: Record<string, unknown> = {}): Promise<unknown> => {
    const id = ++sent;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const onClose = () => reject(new Error('the process is gone'));
    socket.once('close', onClose);
    const onMessage = (frame: unknown) => {
      const answer = JSON.parse(String(frame)) as { id?: number; result?: unknown };
      if (answer.id === id) resolve(answer.result);
    };
    socket.on('message', onMessage);
    socket.send(JSON.stringify({ id, method, params }));
    return promise.finally(() => socket.off('message', onMessage).off('close', onClose));
  };
  return {
    async liveMb() {
      await call('HeapProfiler.collectGarbage');
      const { usedSize } = (await call('Runtime.getHeapUsage')) as { usedSize: number };
      return usedSize / 2 ** 20;
    },
    close: () => socket.terminate(),
  };
}

async function inspectorUrl(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stderr! });
  for await (const line of lines) {
    const url = /ws:\/\/\S+/.exec(line)?.[0];
    if (!url) continue;
    child.stderr!.resume();
    return url;
  }
  throw new Error('the process ended before its inspector listened');
}
