import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { kinds } from './examples.ts';
import type { Measures } from './measures.ts';
import type { Outcome } from './outcomes.ts';
import { percent } from './summary.ts';

/** The report as one HTML page that needs nothing else: figures, confusion matrix, reliability diagram, misses. */
export function reportPage(measures: Measures, outcomes: readonly Outcome[], title: string): string {
  const { document } = parseHTML('<html><body></body></html>');
  const misses = outcomes.filter(({ right }) => !right);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
td.number{text-align:right;font-variant-numeric:tabular-nums}figure{margin:1rem 0;overflow-x:auto}svg{max-width:100%;height:auto}
.charts{display:flex;flex-wrap:wrap;gap:2rem}
</style></head><body>
<h1>${escaped(title)}</h1>
<p>${measures.examples} examples, ${percent(measures.right)} right in kind, topic and section.</p>
${figures(measures)}
<div class="charts">
<figure><figcaption>Wanted (rows) and given (columns)</figcaption>${confusionMatrix(outcomes, document)}</figure>
<figure><figcaption>Reliability: how often a confidence came true. Calibration error ${(100 * measures.calibrationError).toFixed(1)} %</figcaption>${reliability(measures, document)}</figure>
</div>
<h2>${misses.length} misses</h2>
<table><thead><tr><th>message</th><th>wanted</th><th>given</th><th>confidence</th></tr></thead><tbody>
${misses.map(missRow).join('\n')}
</tbody></table>
</body></html>
`;
}

function figures(measures: Measures): string {
  const rows = [
    ...measures.byKind
      .filter(({ recall }) => recall.of > 0)
      .map(({ kind, recall, precision }) => [kind, `recall ${percent(recall)}`, `precision ${percent(precision)}`]),
    ...Object.entries(measures.section).map(([lang, right]) => [`right section, ${lang}`, percent(right), '']),
    ['answerable questions refused', percent(measures.refused), ''],
    ['wrong answers to unanswerable ones', percent(measures.wrongAnswers), ''],
    ['taken for a report without being one', percent(measures.falseReports), ''],
    ['taken for an emergency without being one', percent(measures.falseEmergencies), ''],
    ['right referral topic', percent(measures.topic), ''],
    ['time a turn', `${measures.latency.p50.toFixed(2)} ms median`, `${measures.latency.p99.toFixed(2)} ms p99`],
  ];
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
}

function confusionMatrix(outcomes: readonly Outcome[], document: Document): string {
  const cells = kinds
    .flatMap((wanted) =>
      kinds.map((given) => ({
        wanted,
        given,
        count: outcomes.filter(({ example, result }) => example.kind === wanted && result.kind === given).length,
      })),
    )
    .filter(({ count }) => count > 0);
  const chart = Plot.plot({
    document,
    width: 560,
    height: 440,
    marginLeft: 80,
    marginBottom: 50,
    x: { domain: kinds, label: 'given' },
    y: { domain: kinds, label: 'wanted' },
    color: { scheme: 'blues', type: 'sqrt', domain: [0, Math.max(...cells.map(({ count }) => count)) * 1.6] },
    marks: [
      Plot.cell(cells, { x: 'given', y: 'wanted', fill: 'count', inset: 1 }),
      Plot.text(cells, { x: 'given', y: 'wanted', text: 'count', fill: 'black', fontSize: 14 }),
    ],
  });
  return chart.outerHTML;
}

function reliability(measures: Measures, document: Document): string {
  const bins = measures.bins.map((bin) => ({ ...bin }));
  const chart = Plot.plot({
    document,
    width: 440,
    height: 440,
    grid: true,
    x: { domain: [0, 1], label: 'confidence' },
    y: { domain: [0, 1], label: 'share right' },
    r: { range: [3, 18] },
    marks: [
      Plot.line([{ at: 0 }, { at: 1 }], { x: 'at', y: 'at', stroke: '#999', strokeDasharray: '4,4' }),
      Plot.line(bins, { x: 'confidence', y: 'accuracy', stroke: '#1a5fb4' }),
      Plot.dot(bins, { x: 'confidence', y: 'accuracy', r: 'count', fill: '#1a5fb4', fillOpacity: 0.7 }),
    ],
  });
  return chart.outerHTML;
}

function missRow({ example, result }: Outcome): string {
  const wanted = [[example.kind, ...example.also].join(' or '), example.topic, example.section];
  const given = [result.kind, result.topic, result.section];
  const show = (parts: readonly (string | null | undefined)[]): string => escaped(parts.filter(Boolean).join(', '));
  return `<tr><td>${escaped(example.text)}</td><td>${show(wanted)}</td><td>${show(given)}</td><td class="number">${result.confidence.toFixed(2)}</td></tr>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
