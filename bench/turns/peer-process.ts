import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A bot in a process of its own. */
export interface BotProcess {
  /** Where activities are posted. */
  readonly messagesUrl: string;
  /** Resident memory now, MB (Linux). */
  memoryMb(): number;
  /** Processor time used so far, milliseconds (Linux). */
  cpuMs(): number;
  stop(): Promise<void>;
}

export async function startEchoBot(appId: string, openIdMetadata: string): Promise<BotProcess> {
  const file = path.join(import.meta.dirname, 'echo-bot.ts');
  const child = spawn(process.execPath, [file, appId, openIdMetadata], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    messagesUrl: `http://127.0.0.1:${port}/api/messages`,
    memoryMb: () => residentMb(child.pid),
    cpuMs: () => processorMs(child.pid),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function residentMb(pid: number | undefined): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}

/** User and system time of a process, from the 14th and 15th field of its stat line (in hundredths of a second). */
export function processorMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
