import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { bundleWidget, type WidgetAssets } from '../../src/server/widget-bundle.ts';

describe("the widget's bundle", () => {
  const knowledge = loadKnowledgeSync('knowledge');
  let assets: WidgetAssets;
  before(async () => {
    assets = await bundleWidget(knowledge);
  });
  const size = (path: string) => assets.find(path)?.bodies.br.length ?? Number.NaN;
  const panel = () => assets.files.find((file) => file.path.startsWith('/widget/panel-'))!;

  it('has a launcher of at most 4 KB and at most 25 KB together, Brotli', () => {
    assert.ok(size('/widget.js') <= 4096, `${size('/widget.js')} bytes`);
    assert.ok(size('/widget.js') + panel().bodies.br.length <= 25 * 1024);
  });

  it('carries the numbers that must be shown when nothing can be reached, from the contact table', () => {
    const launcher = assets.find('/widget.js')!.bodies.identity.toString();
    for (const fact of ['tel:911', '1-866-347-2423', 'https://www.ice.gov/webform/ice-tip-form']) {
      assert.ok(launcher.includes(fact), fact);
    }
  });

  it('parses no markup, evaluates no text and keeps nothing beyond the tab', () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|localStorage|document\.cookie|indexedDB/i;
    const sources = globSync('src/widget/**/*.ts');
    assert.ok(sources.length > 30);
    assert.deepEqual(
      sources.filter((file) => forbidden.test(readFileSync(file, 'utf8'))),
      [],
    );
  });

  it('answers for the panel of another release, without letting it be stored', () => {
    const other = assets.find('/widget/panel-000000000000.js');
    assert.equal(other?.bodies, panel().bodies);
    assert.equal(other?.headers['cache-control'], 'no-store');
    assert.equal(assets.find('/widget/other-000000000000.js'), undefined);
    assert.equal(assets.find('/widget/panel-000000000000.css'), undefined);
  });
});
