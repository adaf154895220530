import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAssistant } from './assistant-process.ts';
import { postAll, type ThroughputResult } from './throughput.ts';

export interface OfflineDirectLine {
  throughput(inFlight: number, seconds: number): Promise<ThroughputResult>;
  stop(): Promise<void>;
}

const PORT = 34_901;

/** The peer: offline-directline, which keeps everything in memory and checks no token, before the same assistant. */
export async function startOfflineDirectLine(): Promise<OfflineDirectLine> {
  const assistant = await startAssistant({ ALLOW_ANONYMOUS_CHANNEL: 'true' });
  const script = path.join(import.meta.dirname, 'offline-direct-line-server.ts');
  const peer = spawn(process.execPath, [script, String(PORT), `${assistant.url}/api/messages`], { stdio: 'inherit' });
  const base = `http://127.0.0.1:${PORT}/directline/conversations`;
  let begun: Response | null = null;
  for (let tries = 0; !begun && tries < 100; tries += 1) {
    begun = await fetch(base, { method: 'POST' }).catch(() => null);
    if (!begun) await wait(100);
  }
  return {
    throughput: async (inFlight, seconds) => {
      const ids = await Promise.all(
        Array.from({ length: inFlight }, async () => {
          const response = await fetch(base, { method: 'POST' });
          return ((await response.json()) as { conversationId: string }).conversationId;
        }),
      );
      return postAll(
        ids.map((id) => ({ url: `${base}/${id}/activities`, headers: {} })),
        seconds,
      );
    },
    stop: async () => {
      peer.kill('SIGKILL');
      await assistant.stop();
    },
  };
}
