import { type Kind, kinds } from './examples.ts';
import { isRightKind, type Outcome } from './outcomes.ts';

/** A share: how many of how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface KindMeasure {
  readonly kind: Kind;
  /** Of the examples of this kind, those met with an acceptable kind. */
  readonly recall: Share;
  /** Of the replies of this kind, those where it is acceptable. */
  readonly precision: Share;
}

/** A tenth of the confidence scale: what was promised and what came true. */
export interface Bin {
  readonly confidence: number;
  readonly accuracy: number;
  readonly count: number;
}

export interface Measures {
  readonly examples: number;
  readonly right: Share;
  readonly byKind: readonly KindMeasure[];
  readonly section: Readonly<Record<string, Share>>;
  /** Answerable questions told that the page does not say it. */
  readonly refused: Share;
  /** Unanswerable ones that were given an answer. */
  readonly wrongAnswers: Share;
  readonly reportRecall: Share;
  /** Questions, remarks and small talk taken for a wish to report. */
  readonly falseReports: Share;
  readonly emergencyRecall: Share;
  readonly falseEmergencies: Share;
  readonly topic: Share;
  readonly bins: readonly Bin[];
  /** Expected calibration error, 0 to 1 (Naeini, Cooper, Hauskrecht 2015; ten bins of equal width). */
  readonly calibrationError: number;
  readonly latency: { readonly p50: number; readonly p99: number };
}

const BINS = 10;

export function measure(outcomes: readonly Outcome[]): Measures {
  const bins = calibration(outcomes);
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const wants = (kind: Kind) => (outcome: Outcome) => outcome.example.kind === kind;
  const gets = (kind: Kind) => (outcome: Outcome) => outcome.result.kind === kind;
  const accepts = (kind: Kind) => (outcome: Outcome) => wants(kind)(outcome) || outcome.example.also.includes(kind);
  const withSection = outcomes.filter(({ example }) => example.kind === 'answer' && Boolean(example.section));
  const languages = [...new Set(withSection.map(({ example }) => example.lang))].sort();
  return {
    examples: outcomes.length,
    right: share(outcomes, ({ right }) => right),
    byKind: kinds.map((kind) => ({
      kind,
      recall: share(outcomes.filter(wants(kind)), isRightKind),
      precision: share(outcomes.filter(gets(kind)), accepts(kind)),
    })),
    section: Object.fromEntries(
      languages.map((lang) => [
        lang,
        share(
          withSection.filter(({ example }) => example.lang === lang),
          ({ example, result }) => result.kind === 'answer' && result.section === example.section,
        ),
      ]),
    ),
    refused: share(outcomes.filter(wants('answer')), gets('unknown')),
    wrongAnswers: share(
      outcomes.filter((outcome) => wants('unknown')(outcome) && !accepts('answer')(outcome)),
      gets('answer'),
    ),
    reportRecall: share(outcomes.filter(wants('handoff')), isRightKind),
    falseReports: share(
      outcomes.filter((outcome) => !accepts('handoff')(outcome) && !accepts('emergency')(outcome)),
      gets('handoff'),
    ),
    emergencyRecall: share(outcomes.filter(wants('emergency')), gets('emergency')),
    falseEmergencies: share(
      outcomes.filter((outcome) => !accepts('emergency')(outcome)),
      gets('emergency'),
    ),
    topic: share(
      outcomes.filter(({ example }) => example.kind === 'referral' && Boolean(example.topic)),
      ({ example, result }) => result.topic === example.topic,
    ),
    bins,
    calibrationError: bins.reduce(
      (sum, { confidence, accuracy, count }) => sum + (Math.abs(confidence - accuracy) * count) / outcomes.length,
      0,
    ),
    latency: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
  };
}

function calibration(outcomes: readonly Outcome[]): readonly Bin[] {
  const groups = Array.from({ length: BINS }, (): Outcome[] => []);
  for (const outcome of outcomes)
    groups[Math.min(BINS - 1, Math.floor(outcome.result.confidence * BINS))]?.push(outcome);
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      confidence: group.reduce((sum, { result }) => sum + result.confidence, 0) / group.length,
      accuracy: group.filter(isRightKind).length / group.length,
      count: group.length,
    }));
}

function share<T>(all: readonly T[], isHit: (one: T) => boolean): Share {
  return { hits: all.filter(isHit).length, of: all.length };
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}
