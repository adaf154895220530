import { loadConfig } from '../../src/config.ts';
import { serve } from '../../src/run.ts';
import { createLog } from '../../src/server/log.ts';
import type { WidgetAssets } from '../../src/server/widget-bundle.ts';
import { standInAssistant } from './stand-in-assistant.ts';

// The real process with its signals, apart from what takes its time and no test here needs: understanding and widget.
const config = loadConfig();
const assets: WidgetAssets = { files: [], find: () => undefined, pageStyle: '', demoScript: '' };
await serve({
  config,
  log: createLog(config.logLevel),
  makeAssistant: standInAssistant,
  makeAssets: async () => assets,
});
