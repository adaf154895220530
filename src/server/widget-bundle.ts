import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin, stop, transform } from 'esbuild';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type WidgetAsset, widgetAsset } from './widget-assets.ts';
import { widgetFacts } from './widget-facts.ts';

/** Everything that a browser loads for the widget and its pages. */
export interface WidgetAssets {
  readonly files: readonly WidgetAsset[];
  /**
   * The file for a path below the base path, e.g. `/widget.js`. A panel or style sheet of another release, still named
   * by a `widget.js` in somebody's cache, is answered with today's under a header that keeps it from being stored.
   */
  find(path: string): WidgetAsset | undefined;
  /** Path of the pages' style sheet. */
  readonly pageStyle: string;
  /** Path of the demo page's script. */
  readonly demoScript: string;
}

const widgetFolder = fileURLToPath(new URL('../widget/', import.meta.url));

/** Bundlings that are running: esbuild's process serves all of them. */
let running = 0;

/**
 * Bundles the widget in memory and compresses it; takes some tenths of a second, once, at start.
 * @param knowledge may still be loading: the bundler, a process of its own, begins with what does not depend on it
 * @throws if the sources do not bundle.
 */
export async function bundleWidget(knowledge: Knowledge | Promise<Knowledge>): Promise<WidgetAssets> {
  running++;
  try {
    return await makeAssets(knowledge);
  } finally {
    // Its process has nothing more to do, and costs memory and wake-ups for as long as it stays.
    if (--running === 0) await stop();
  }
}

async function makeAssets(knowledge: Knowledge | Promise<Knowledge>): Promise<WidgetAssets> {
  const [facts, panel, demo, style] = await Promise.all([
    Promise.resolve(knowledge).then(widgetFacts),
    bundle('panel.ts', { format: 'esm', target: 'es2022' }).then((text) =>
      widgetAsset('/widget/panel-{hash}.js', 'text/javascript', text),
    ),
    bundle('pages/demo.ts', { format: 'iife', target: 'es2020' }).then((text) =>
      widgetAsset('/widget/demo-{hash}.js', 'text/javascript', text),
    ),
    bundle('pages/pages.css', {}).then((text) => widgetAsset('/widget/pages-{hash}.css', 'text/css', text)),
  ]);
  const launcher = await bundle('widget.ts', {
    format: 'iife',
    // Old enough for a browser without shadow DOM to get as far as the check for it.
    target: 'es2020',
    define: { PANEL_PATH: JSON.stringify(panel.path.slice(1)), FACTS: JSON.stringify(facts) },
  });
  const script = await widgetAsset('/widget.js', 'text/javascript', launcher);
  const files = [script, panel, demo, style];
  return {
    files,
    pageStyle: style.path,
    demoScript: demo.path,
    find: (path) => files.find((file) => file.path === path) ?? ofAnotherRelease(files, path),
  };
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const result = await build({
    entryPoints: [widgetFolder + entry],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
    ...options,
    plugins: [styleText],
  });
  return result.outputFiles![0]!.text;
}

/** A style sheet imported by a script becomes its minified text: the widget adopts it as a constructed sheet. */
const styleText: Plugin = {
  name: 'style-text',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.css$/ }, async ({ path, with: attributes }) => {
      if (attributes.type !== 'text') return undefined;
      const { readFile } = await import('node:fs/promises');
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

function ofAnotherRelease(files: readonly WidgetAsset[], path: string): WidgetAsset | undefined {
  const [, name, extension] = /^\/widget\/([a-z]+)-[0-9a-f]{12}\.(js|css)$/.exec(path) ?? [];
  const current = files.find(
    (file) => name && file.path.startsWith(`/widget/${name}-`) && file.path.endsWith(`.${extension}`),
  );
  return current && { ...current, headers: { ...current.headers, 'cache-control': 'no-store' } };
}
