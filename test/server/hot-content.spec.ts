import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startConversation, until } from '../channels/direct-line/direct-line-client.ts';
import { type RunningApp, runApp } from './running-app.ts';
import { sayReply, standInAssistant } from './stand-in-assistant.ts';

describe('content that changes while it runs', function () {
  this.timeout(30_000);
  let dir: string;
  let app: RunningApp;
  before(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'answerline-'));
    await cp(path.resolve('knowledge'), dir, { recursive: true });
    app = await runApp(
      { KNOWLEDGE_DIR: dir },
      {
        makeAssistant: async (knowledge) => ({
          ...(await standInAssistant(knowledge)),
          route: ({ state }) => ({ replies: [sayReply(knowledge.pages[0]?.title ?? '')], state, retention: 'full' }),
        }),
      },
    );
  });
  after(async () => {
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const retitle = async (title: string) => {
    const file = path.join(dir, 'pages', 'what-we-do.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^title: .*$/m, `title: ${title}`));
  };
  const answersWith = async (title: string) => {
    const client = await startConversation(app.url);
    await client.say('hello');
    return (await client.texts()).includes(title) && (await (await fetch(`${app.url}/`)).text()).includes(title);
  };

  it('is taken up by conversations and pages', async () => {
    assert.equal(await answersWith('What We Do'), true);
    await retitle('What We Did');
    await app.reload();
    await until(() => answersWith('What We Did'));
    assert.match(app.lines.join(''), /"msg":"the content was exchanged"/);
  });

  it('stays as it was when the change has faults, which are told', async () => {
    await writeFile(path.join(dir, 'contacts.yaml'), 'tip-line: [broken');
    await app.reload();
    assert.equal(await answersWith('What We Did'), true);
    assert.equal((await fetch(`${app.url}/readyz`)).status, 200);
    const told = app.lines.filter((line) => line.includes('the old one stays in use'));
    assert.match(told.at(-1) ?? '', /"faults":\["contacts\.yaml:1: /);
  });
});
