import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readActivity } from '../../../src/bot/incoming-activity.ts';
import type { InvokeResult } from '../../../src/bot/invoke.ts';
import type { AdaptiveCard } from '../../../src/channels/teams/adaptive-card.ts';
import { createSearchExtension } from '../../../src/channels/teams/search-extension.ts';
import { loadWording } from '../../../src/conversation/wording.ts';
import { loadKnowledgeSync } from '../../../src/knowledge/load-knowledge.ts';
import { createRetriever } from '../../../src/retrieval/create-retriever.ts';
import { message } from '../../bot/activities.ts';

const knowledge = loadKnowledgeSync('knowledge');
const retriever = createRetriever(knowledge);
const extension = createSearchExtension({
  knowledge: () => knowledge,
  wording: loadWording(),
  clock: () => new Date('2026-11-24T12:00:00Z'),
  searchSections: (words, options) => retriever.search(words, options).map(({ section }) => section),
});

interface Answer {
  readonly composeExtension: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: AdaptiveCard;
      readonly preview: {
        readonly content: { readonly title: string; readonly tap: { readonly value: { readonly section: string } } };
      };
    }[];
  };
}

const invoke = async (name: string, value: unknown, more: object = {}): Promise<InvokeResult> =>
  extension.get(name)!(readActivity({ ...message, type: 'invoke', name, channelId: 'msteams', value, ...more })!);
const query = async (words: string, more: object = {}) => {
  const value = { commandId: 'searchSections', parameters: [{ name: 'words', value: words }], ...more };
  return (await invoke('composeExtension/query', value)).body as Answer;
};
const titles = ({ composeExtension }: Answer) =>
  composeExtension.attachments?.map(({ preview }) => preview.content.title);

describe('search in the compose box', () => {
  it('finds sections by words, best first', async () => {
    assert.equal(titles(await query('terrorism'))?.[0], 'Preventing Terrorism');
  });

  it('lists all sections while nothing is typed, a page at a time', async () => {
    const all = [...knowledge.sections.values()].map(({ heading }) => heading);
    assert.deepEqual(titles(await query('  ')), all);
    const first = await invoke('composeExtension/query', {
      commandId: 'searchSections',
      parameters: [{ name: 'initialRun', value: 'true' }],
    });
    assert.deepEqual(titles(first.body as Answer), all);
    assert.deepEqual(titles(await query('', { queryOptions: { skip: 1, count: 2 } })), all.slice(1, 3));
  });

  it('says that there is nothing where there is nothing', async () => {
    assert.deepEqual((await query('', { queryOptions: { skip: 100, count: 2 } })).composeExtension, {
      type: 'message',
      text: 'The page has nothing on that.',
    });
  });

  it('inserts the picked section as a card with its words and its source', async () => {
    const [listed] = (await query('terrorism')).composeExtension.attachments!;
    const { section } = listed!.preview.content.tap.value;
    const picked = (await invoke('composeExtension/selectItem', { section })).body as Answer;
    const { fallbackText } = picked.composeExtension.attachments![0]!.content;
    assert.ok(fallbackText.includes(knowledge.sections.get(section)!.sentences[0]!.text));
    assert.match(fallbackText, /What We Do, reviewed January 3, 2018/);
    assert.match(fallbackText, /https:\/\/webharvest\.gov\/.*#:~:text=/);
  });

  it('shows a page’s card where its address is pasted, live or archived, and nothing for others', async () => {
    const [page] = knowledge.pages;
    for (const url of [`${page!.url}#top`, `${page!.archive}/`]) {
      for (const name of ['composeExtension/queryLink', 'composeExtension/anonymousQueryLink']) {
        const { composeExtension } = (await invoke(name, { url })).body as Answer;
        assert.equal(composeExtension.attachments?.length, 1, url);
      }
    }
    const other = (await invoke('composeExtension/queryLink', { url: 'https://www.ice.gov/elsewhere' })).body as Answer;
    assert.deepEqual(other.composeExtension.attachments, []);
  });

  it('answers in Spanish who uses Teams in Spanish', async () => {
    const value = { commandId: 'searchSections', parameters: [], queryOptions: { skip: 99, count: 1 } };
    const { body } = await invoke('composeExtension/query', value, { locale: 'es-MX' });
    assert.equal((body as Answer).composeExtension.text, 'La página no dice nada sobre eso.');
  });

  it('answers 400 to values Teams does not send, never with an exception', async () => {
    const names = fc.constantFrom(...extension.keys());
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.record({ commandId: fc.constant('searchSections'), parameters: fc.jsonValue(), queryOptions: fc.jsonValue() }),
      fc.record({ section: fc.constantFrom('__proto__', 'constructor', '', 'nowhere', 7) }),
      fc.record({ url: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()) }),
    );
    await fc.assert(
      fc.asyncProperty(names, odd, async (name, value) => {
        assert.ok([200, 400].includes((await invoke(name, value)).status));
      }),
    );
  });
});
