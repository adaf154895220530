import { type App, type AppParts, startApp } from './app.ts';
import { loadConfig } from './config.ts';
import { AnswerlineError } from './errors.ts';
import { createLog, type Log } from './server/log.ts';

/** A stop that hangs is ended all the same, milliseconds after it began. */
const stopWithinMs = 9_900;

/** Reads the configuration and serves. */
export function run(): Promise<void> {
  return orEnd(async () => {
    const config = loadConfig();
    await serve({ config, log: createLog(config.logLevel) });
  });
}

/** Ends the process with exit code 1 and the fault in words where starting fails. */
export async function orEnd(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    endWith(error);
  }
}

/** Starts the assistant and stops it on SIGTERM or SIGINT; SIGHUP reads the knowledge folder again. */
export async function serve(parts: AppParts): Promise<void> {
  const app = await startApp(parts);
  obeySignals(app, parts.log);
  await app.ready;
  parts.log.info('ready');
}

function obeySignals(app: App, log: Log): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await app.stop();
    log.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', () => void app.reload());
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }));
  process.on('uncaughtException', (error) => {
    log.error('uncaught exception', { error });
    process.exitCode = 1;
    void stop('SIGTERM');
  });
}

/** Faults of configuration and content are told in their own words, everything else with its stack. */
function endWith(error: unknown): never {
  if (error instanceof AnswerlineError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
