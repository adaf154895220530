import type { Assistant } from '../../src/assistant.ts';
import { freshState } from '../../src/conversation/conversation-state.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { loadWording } from '../../src/conversation/wording.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

/** What a stand-in reply says; the rest of it is empty. */
export function sayReply(text: string, choices: readonly string[] = []): Reply {
  return {
    kind: 'smalltalk',
    lang: 'en',
    confidence: 1,
    before: [text],
    passages: [],
    sources: [],
    contacts: [],
    after: [],
    choices: choices.map((label) => ({ label, value: label })),
    feedback: false,
  };
}

/**
 * Content that needs no training, for tests of what surrounds the dialogs: it welcomes, counts a conversation's messages
 * aloud ("2: hello"), keeps no words of messages that begin with "report", and forgets on "start over".
 */
export async function standInAssistant(knowledge: Knowledge): Promise<Assistant> {
  return {
    knowledge,
    wording: loadWording(),
    searchSections: () => [],
    route: ({ event, state, langHint }) => {
      if (event.type === 'welcome') {
        return {
          replies: [sayReply(`Welcome ${langHint}`, ['One', 'Two'])],
          state: { ...freshState, welcomed: true },
          retention: 'full',
        };
      }
      if (event.type !== 'message') return { replies: [], state, retention: 'full' };
      if (event.text === 'start over') return { replies: [sayReply('Begun anew.')], state: null, retention: 'full' };
      if (event.text === 'throw') throw new Error(`secret of ${event.text}`);
      const misses = state.misses + 1;
      const report = event.text.startsWith('report');
      return {
        replies: [sayReply(report ? `${misses}: noted nothing` : `${misses}: ${event.text}`)],
        state: { ...state, misses },
        retention: report ? 'replies-only' : 'full',
      };
    },
  };
}
