import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { TurnReport } from '../bot/turn-report.ts';

/** Why a request or a socket was refused. */
export type Reject =
  | 'rate-conversation'
  | 'rate-address'
  | 'too-large'
  | 'encoded'
  | 'malformed'
  | 'origin'
  | 'token'
  | 'socket'
  | 'sender'
  | 'client-error';

/** A counter of one day (UTC, ISO) that outlives the process. */
export interface DayCount {
  readonly day: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What is counted: kinds, channels and numbers, never words or people. */
export interface Metrics {
  turn(report: TurnReport): void;
  request(route: string, method: string, status: number, seconds: number): void;
  reject(reason: Reject): void;
  storeError(): void;
  turnError(): void;
  /** Read whenever the metrics are. */
  observe(values: {
    readonly sockets: () => number;
    readonly ready: () => boolean;
    /** What all processes together have counted, by day. */
    readonly counts: () => Promise<readonly DayCount[]>;
  }): void;
  readonly contentType: string;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'answerline_' });
  const registers = [registry];
  const turns = new Counter({
    name: 'answerline_turns_total',
    help: 'Turns by channel, event, result, and kind and language of the first reply.',
    labelNames: ['channel', 'event', 'result', 'kind', 'lang'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'answerline_turn_seconds',
    help: 'Time from an activity in the bot to the end of its turn, waiting for its place included.',
    labelNames: ['channel'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const questions = new Counter({
    name: 'answerline_questions_total',
    help: 'Messages that the pages answered, left open (clarify) or did not answer.',
    labelNames: ['outcome'],
    registers,
  });
  const ratings = new Counter({
    name: 'answerline_ratings_total',
    help: 'Thumbs pressed.',
    labelNames: ['rating'],
    registers,
  });
  const turnErrors = new Counter({ name: 'answerline_turn_errors_total', help: 'Turns that failed.', registers });
  const storeErrors = new Counter({
    name: 'answerline_store_errors_total',
    help: 'Times the store did not answer.',
    registers,
  });
  const rejects = new Counter({
    name: 'answerline_rejects_total',
    help: 'Requests and sockets refused, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const requests = new Histogram({
    name: 'answerline_http_request_seconds',
    help: 'Time to answer HTTP requests.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers,
  });

  return {
    turn: ({ channel, event, result, rating, replies, milliseconds }) => {
      const first = replies[0];
      turns.inc({ channel, event, result, kind: first?.kind ?? 'none', lang: first?.lang ?? 'none' });
      turnSeconds.observe({ channel }, milliseconds / 1000);
      if (rating !== null) ratings.inc({ rating });
      if (result === 'unkept') storeErrors.inc();
      const outcome = questionOutcome(replies.map(({ kind }) => kind));
      if (event === 'message' && result !== 'repeated' && outcome) questions.inc({ outcome });
    },
    request: (route, method, status, seconds) => requests.observe({ route, method, status: String(status) }, seconds),
    reject: (reason) => rejects.inc({ reason }),
    storeError: () => storeErrors.inc(),
    turnError: () => turnErrors.inc(),
    observe: ({ sockets, ready, counts }) => {
      observeDay(registers, counts);
      new Gauge({
        name: 'answerline_sockets',
        help: 'Open Direct Line WebSockets.',
        registers,
        collect() {
          this.set(sockets());
        },
      });
      new Gauge({
        name: 'answerline_ready',
        help: '1 while /readyz is green.',
        registers,
        collect() {
          this.set(ready() ? 1 : 0);
        },
      });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** The kept counters of the current day: a gauge, because it begins anew at midnight (UTC). */
function observeDay(registers: Registry[], counts: () => Promise<readonly DayCount[]>): void {
  new Gauge({
    name: 'answerline_counted_today',
    help: 'Replies and thumbs of the current day (UTC), over all processes and restarts.',
    labelNames: ['name', 'kind', 'lang', 'about', 'rating'],
    registers,
    async collect() {
      // While the store is away there is nothing to show.
      const kept = await counts().catch(() => []);
      const today = new Date().toISOString().slice(0, 10);
      this.reset();
      for (const { day, name, labels, value } of kept) if (day === today) this.set({ name, ...labels }, value);
    },
  });
}

function questionOutcome(kinds: readonly string[]): 'answered' | 'clarify' | 'unanswered' | null {
  if (kinds.includes('answer')) return 'answered';
  if (kinds.includes('clarify')) return 'clarify';
  return kinds.includes('unknown') ? 'unanswered' : null;
}
