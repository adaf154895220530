import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createAssistant } from '../../src/cli/assistant.ts';
import { plainText } from '../../src/conversation/plain-text.ts';
import type { TurnOutcome } from '../../src/conversation/reply.ts';
import { readScript, type Script } from './script.ts';

/**
 * Conversations as they should go, with the real understanding, answering and knowledge. Each `.txt` file holds
 * scripts in the form that script.ts describes.
 */
describe('a conversation', () => {
  const today = '2026-11-24';
  const files = globSync('*.txt', { cwd: import.meta.dirname }).toSorted();
  const scripts = files.flatMap((file) => readScript(file, readFileSync(path.join(import.meta.dirname, file), 'utf8')));
  const assistants = new Map<string, ReturnType<typeof createAssistant>>();

  it('has scripts', () => assert.ok(scripts.length >= 12));

  for (const script of scripts) it(script.name, () => play(script));

  function play(script: Script): void {
    const name = JSON.stringify(script.channel);
    const assistant =
      assistants.get(name) ?? createAssistant({ knowledgeDir: 'knowledge', today, channel: script.channel });
    assistants.set(name, assistant);
    for (const { line, event, expected } of script.turns) {
      const outcome = assistant.turn(event, script.lang, script.name);
      for (const { mark, text } of expected) {
        const fault = check(outcome, mark, text);
        assert.ok(fault === null, `${script.file}:${line}: ${fault}\n${seen(outcome)}`);
      }
    }
  }
});

/** What is wrong with an outcome by one expectation; null where it holds. */
function check({ replies, retention }: TurnOutcome, mark: string, text: string): string | null {
  const reply = plainText(replies);
  const passages = replies.flatMap((each) => each.passages.map((passage) => passage.text));
  const chips = replies.flatMap(({ choices }) => choices.map(({ label }) => label));
  switch (mark) {
    case 'A:': {
      const kinds = replies.map(({ kind }) => kind).join(', ');
      return kinds === text ? null : `${kinds || 'nothing'} where "${text}" was wanted`;
    }
    case '>':
      return passages.some((passage) => passage.includes(text)) ? null : `no passage with "${text}"`;
    case '~':
      return reply.includes(text) ? null : `"${text}" is not said`;
    case '^':
      return reply.startsWith(text) ? null : `it does not begin with "${text}"`;
    case '!':
      return reply.includes(text) ? `"${text}" is said` : null;
    case '[':
      return chips.includes(text) ? null : `no chip "${text}"`;
    case '=':
      return retention === text ? null : `retention is ${retention}`;
    default:
      return `unknown mark ${mark}`;
  }
}

function seen({ replies }: TurnOutcome): string {
  return `${plainText(replies)}\n[${replies.flatMap(({ choices }) => choices.map(({ label }) => label)).join('] [')}]`;
}
