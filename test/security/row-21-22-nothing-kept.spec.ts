import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createAssistantOver } from '../../src/assistant.ts';
import { startConversation } from '../channels/direct-line/direct-line-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';

/** Every byte below a folder, as Latin-1. */
function bytesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file).toString('latin1'))
    .join('\n');
}

describe('rows 21 and 22: what is kept, with the real assistant and a database file', () => {
  let app: RunningApp;
  before(async function () {
    this.timeout(60_000);
    app = await runApp({ STORE: 'sqlite' }, { makeAssistant: async (knowledge) => createAssistantOver(knowledge) });
  });
  after(() => app.stop());
  const everywhere = async () =>
    [bytesBelow(app.dataDir), app.lines.join('\n'), await (await fetch(`${app.url}/metrics`)).text()].join('\n');

  for (const [name, messages] of [
    [
      'a report',
      ['I want to report a crime', 'his name is CANARY-7719 and he lives at CANARY-7719 street, apartment 4'],
    ],
    ['a tip without the word', ['my neighbor CANARY-7719 is selling fake green cards']],
    ['an emergency', ['there is a man with a gun outside, his name is CANARY-7719']],
    ['thoughts of suicide', ['I want to kill myself, tell CANARY-7719 goodbye']],
    ['a report in Spanish', ['quiero denunciar un delito', 'se llama CANARY-7719 y vive en la calle CANARY-7719']],
  ] as const) {
    it(`${name}: the visitor's words are found nowhere, our replies are`, async () => {
      const client = await startConversation(app.url);
      for (const text of messages) await client.say(text);
      const { activities } = await client.poll();
      assert.ok(
        activities.filter(({ from, type }) => from.role === 'bot' && type === 'message').length > messages.length,
      );
      assert.doesNotMatch(await everywhere(), /CANARY-7719/);
    });
  }

  it('an ordinary question is kept while the conversation lives, and gone from every file after "start over"', async () => {
    const client = await startConversation(app.url);
    await client.say('What does ICE do about CANARY-8820 and terrorism?');
    assert.match(bytesBelow(app.dataDir), /CANARY-8820/);
    assert.doesNotMatch(app.lines.join('\n'), /CANARY-8820/);
    await client.say('start over');
    await wait(400);
    assert.doesNotMatch(await everywhere(), /CANARY-8820/);
    const lines = await client.texts();
    assert.equal(
      lines.some((line) => line.includes('CANARY')),
      false,
    );
    assert.ok(lines.length >= 1, 'and the conversation goes on');
  });
});
