import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { createAssistantOver } from '../../src/assistant.ts';
import { loadConfig } from '../../src/config.ts';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { plainText } from '../../src/conversation/plain-text.ts';
import { AnswerlineError } from '../../src/errors.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';

/** A place where something from outside comes in, and what must hold whatever comes. */
export interface Boundary {
  readonly name: string;
  /** Runs it `runs` times; rejects with the smallest input that breaks it. */
  check(runs: number, seed?: number): Promise<void>;
}

/** Any text at all, and the kinds that break parsers: controls, markup, very long runs, words of the assistant's own. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'report',
        'help',
        '911',
        'ayuda',
        'ICE',
        'what',
        '\u202e',
        '\u200b',
        '\ud800',
        '<b>',
        '[a](b)',
        '__proto__',
        '{{x}}',
        '\u0000',
        '🙂',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(' ')),
  fc
    .tuple(fc.string({ maxLength: 4 }), fc.integer({ min: 1, max: 20_000 }))
    .map(([part, times]) => part.repeat(times).slice(0, 60_000)),
);

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.object({
    maxDepth: 4,
    key: fc.oneof(
      fc.string(),
      fc.constantFrom('type', 'text', 'from', 'channelData', 'conversation', 'value', 'id', '__proto__'),
    ),
  }),
);

/** Every boundary, over one running application. `close` ends it. */
export async function openBoundaries(): Promise<{ readonly boundaries: readonly Boundary[]; close(): Promise<void> }> {
  const assistant = createAssistantOver(loadKnowledgeSync('knowledge'));
  const app = await runApp(
    { RATE_LIMIT_ADDRESS: '10000000', RATE_LIMIT_CONVERSATION: '100000', LOG_LEVEL: 'error' },
    { makeAssistant: async () => assistant },
  );
  const channel = { name: 'web', group: false, keepsMessages: false } as const;
  const boundaries: Boundary[] = [
    boundary('messages of a conversation', fc.array(text, { minLength: 1, maxLength: 5 }), (messages) => {
      let state = freshState;
      for (const message of messages) {
        const outcome = assistant.route({
          event: { type: 'message', text: message },
          langHint: null,
          channel,
          state,
          today: '2026-11-24',
        });
        assert.ok(outcome.replies.length > 0);
        for (const reply of outcome.replies) {
          assert.ok(reply.confidence >= 0 && reply.confidence <= 1);
          assert.ok(plainText([reply]).length > 0);
        }
        state = outcome.state ?? freshState;
      }
    }),
    boundary('bodies of Direct Line', fc.oneof(json, text), (body) =>
      answersWithin400(app, '/v3/directline/conversations', body),
    ),
    boundary('activities of /api/messages', json, (body) => answersWithin400(app, '/api/messages', body)),
    boundary(
      'paths and headers',
      fc.tuple(fc.webPath(), fc.string({ unit: fc.constantFrom(...'abcXYZ019 -_.,;:/"'), maxLength: 200 })),
      async ([where, header]) => {
        const response = await fetch(app.url + where, {
          headers: { authorization: `Bearer ${header}`, origin: 'https://x.example', 'x-forwarded-for': header },
        });
        await response.arrayBuffer();
        assert.ok(response.status < 500, `${response.status} for ${where}`);
      },
    ),
    boundary(
      'the environment',
      fc.dictionary(
        fc.constantFrom(
          'PORT',
          'HOST',
          'BASE_PATH',
          'REDIS_URL',
          'TRUST_PROXY',
          'IDLE_MINUTES',
          'ALLOWED_ORIGINS',
          'MicrosoftAppId',
          'MicrosoftAppType',
          'DIRECT_LINE_SIGNING_KEY',
          'METRICS_TOKEN',
        ),
        fc.string({ maxLength: 40 }),
      ),
      (environment) => onlyFaults(() => loadConfig(environment)),
    ),
    boundary(
      'files of a knowledge folder',
      fc.tuple(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ maxLength: 400 }),
        fc.constantFrom('contacts.yaml', 'agency.yaml', 'intents.yaml', 'vocabulary.yaml'),
      ),
      ([page, yaml, name]) => withFolder(page, yaml, name, (dir) => onlyFaults(() => loadKnowledgeSync(dir))),
    ),
  ];
  return { boundaries, close: () => app.stop() };
}

function boundary<T>(name: string, values: fc.Arbitrary<T>, holds: (value: T) => unknown): Boundary {
  return {
    name,
    check: (runs, seed) =>
      fc.assert(
        fc.asyncProperty(values, async (value) => {
          await holds(value);
        }),
        { numRuns: runs, ...(seed !== undefined && { seed }) },
      ),
  };
}

async function answersWithin400(app: RunningApp, route: string, body: unknown): Promise<void> {
  const response = await fetch(app.url + route, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body ?? null),
  });
  const answer = await response.text();
  assert.ok(response.status < 500, `${response.status}: ${answer.slice(0, 200)}`);
  assert.doesNotMatch(answer, /\bat .*\.[jt]s:\d+/, 'no stack in an answer');
}

/** Works, or fails with an error made for the operator: nothing else. */
function onlyFaults(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof AnswerlineError, String(error));
    assert.ok(error.message.length > 0);
  }
}

function withFolder(page: string, yaml: string, name: string, work: (dir: string) => void): void {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'answerline-fuzz-'));
  try {
    mkdirSync(path.join(dir, 'pages'));
    writeFileSync(path.join(dir, 'pages', 'fuzz.md'), `---\ntitle: Fuzz\n---\n\n${page}\n`);
    writeFileSync(path.join(dir, name), yaml);
    work(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
