import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../src/server/metrics.ts';

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '../../ops', file), 'utf8');
const expression = z.string().refine((text) => balanced(text), 'has unbalanced brackets');

const dashboard = z.object({
  uid: z.string().max(40),
  title: z.string(),
  schemaVersion: z.number().int(),
  panels: z.array(
    z.object({
      id: z.number().int(),
      type: z.enum(['timeseries', 'stat']),
      title: z.string(),
      gridPos: z.object({ x: z.number().min(0), y: z.number().min(0), w: z.number().max(24), h: z.number() }),
      targets: z.array(z.object({ refId: z.string(), expr: expression, legendFormat: z.string() })).min(1),
    }),
  ),
});

const rules = z.object({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Answerline[A-Z]\w+$/),
          expr: expression,
          for: z.string().regex(/^\d+[smhd]$/),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string().endsWith('.'), action: z.string().endsWith('.') }),
        }),
      ),
    }),
  ),
});

describe('what watches a running assistant', () => {
  let known: Set<string>;
  before(async () => {
    const metrics = createMetrics();
    metrics.observe({ sockets: () => 1, ready: () => true, counts: async () => [] });
    metrics.turn({
      channel: 'web',
      event: 'message',
      result: 'answered',
      rating: 'up',
      replies: [],
      milliseconds: 1,
    });
    metrics.request('/', 'GET', 200, 0.01);
    metrics.reject('origin');
    const names = [...(await metrics.text()).matchAll(/^# TYPE (\S+) (\S+)$/gm)];
    known = new Set(names.flatMap(([, name, type]) => (type === 'histogram' ? histogramSeries(name!) : [name!])));
  });

  it('the dashboard is one, and no two panels overlap', () => {
    const { panels } = dashboard.parse(JSON.parse(read('grafana-dashboard.json')));
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
    const cells = panels.map(({ gridPos }) => `${gridPos.x},${gridPos.y}`);
    assert.equal(new Set(cells).size, cells.length);
  });

  it('every metric that the dashboard and the alerts ask for is one the assistant has', () => {
    const asked = [
      ...dashboard.parse(JSON.parse(read('grafana-dashboard.json'))).panels.flatMap(({ targets }) => targets),
      ...rules.parse(parse(read('alerts.yaml'))).groups.flatMap((group) => group.rules),
    ].flatMap(({ expr }) => expr.match(/\banswerline_\w+/g) ?? []);
    assert.ok(asked.length > 15);
    assert.deepEqual(
      [...new Set(asked)].filter((name) => !known.has(name)),
      [],
    );
  });

  it('every alert says what to do', () => {
    const { groups } = rules.parse(parse(read('alerts.yaml')));
    const names = groups.flatMap((group) => group.rules.map(({ alert }) => alert));
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length >= 8);
  });
});

function histogramSeries(name: string): string[] {
  return ['_bucket', '_sum', '_count'].map((suffix) => name + suffix);
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
