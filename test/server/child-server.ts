import { loadConfig } from '../../src/config.ts';
import { orEnd, serve } from '../../src/run.ts';
import { createLog } from '../../src/server/log.ts';
import type { WidgetAssets } from '../../src/server/widget-bundle.ts';
import { standInAssistant } from './stand-in-assistant.ts';

// The real process with its signals, apart from what takes its time and no test here needs: understanding and widget.
const assets: WidgetAssets = { files: [], find: () => undefined, pageStyle: '', demoScript: '' };
await orEnd(async () => {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  await serve({ config, log, makeAssistant: standInAssistant, makeAssets: async () => assets });
});
