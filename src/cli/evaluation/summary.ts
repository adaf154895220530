import type { Measures, Share } from './measures.ts';
import type { Outcome } from './outcomes.ts';

/** The figures as a person reads them on a terminal. */
export function summary(measures: Measures, outcomes: readonly Outcome[], report: string | null): string {
  const misses = outcomes.filter(({ right }) => !right).length;
  return [
    `${measures.examples} examples, ${percent(measures.right)} right in kind, topic and section (${misses} misses)`,
    '',
    `${'kind'.padEnd(12)}${'recall'.padStart(18)}${'precision'.padStart(18)}`,
    ...measures.byKind
      .filter(({ recall, precision }) => recall.of + precision.of > 0)
      .map(({ kind, recall, precision }) => `${kind.padEnd(12)}${cell(recall)}${cell(precision)}`),
    '',
    ...Object.entries(measures.section).map(([lang, right]) => line(`right section, ${lang}`, right)),
    line('answerable questions refused', measures.refused),
    line('wrong answers to unanswerable ones', measures.wrongAnswers),
    line('report recall', measures.reportRecall),
    line('taken for a report without being one', measures.falseReports),
    line('emergency recall', measures.emergencyRecall),
    line('taken for an emergency without being one', measures.falseEmergencies),
    line('right referral topic', measures.topic),
    `${'calibration error'.padEnd(44)}${(100 * measures.calibrationError).toFixed(1)} %`,
    `${'time a turn'.padEnd(44)}${measures.latency.p50.toFixed(2)} ms median, ${measures.latency.p99.toFixed(2)} ms p99`,
    ...(report === null ? [] : ['', `Misses and charts: ${report}`]),
    '',
  ].join('\n');
}

/** `95.0 %`; a dash where there is nothing to count. */
export function percent({ hits, of }: Share): string {
  return of === 0 ? '-' : `${((100 * hits) / of).toFixed(1)} %`;
}

const counted = (one: Share): string => `${percent(one)} (${one.hits}/${one.of})`;
const cell = (one: Share): string => counted(one).padStart(18);
const line = (label: string, one: Share): string => `${label.padEnd(44)}${counted(one)}`;
