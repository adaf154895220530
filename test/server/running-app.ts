import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type App, type AppParts, startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import { bundleWidget, type WidgetAssets } from '../../src/server/widget-bundle.ts';
import { standInAssistant } from './stand-in-assistant.ts';

export interface RunningApp extends App {
  /** Every line logged so far. */
  readonly lines: readonly string[];
  readonly dataDir: string;
}

let assets: Promise<WidgetAssets> | undefined;

/** Starts the whole application on a free port, with a store in memory unless the environment says otherwise. */
export async function runApp(
  environment: Readonly<Record<string, string>> = {},
  parts: Partial<Omit<AppParts, 'config' | 'log'>> = {},
): Promise<RunningApp> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-'));
  const lines: string[] = [];
  const config = loadConfig({ PORT: '0', STORE: 'memory', DATA_DIR: dataDir, ...environment });
  const log = createLog('debug', (line) => lines.push(line));
  const app = await startApp({ config, log, makeAssistant: standInAssistant, makeAssets, ...parts });
  await app.ready;
  return {
    ...app,
    lines,
    dataDir,
    stop: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Bundled once for all tests of a process. */
const makeAssets: typeof bundleWidget = (knowledge) => {
  assets ??= bundleWidget(knowledge);
  return assets;
};
