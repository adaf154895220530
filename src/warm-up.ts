import { setImmediate as nextTick } from 'node:timers/promises';
import type { Assistant } from './assistant.ts';
import { freshState } from './conversation/conversation-state.ts';
import type { ChannelTraits } from './conversation/turn.ts';
import { langs } from './knowledge/localized.ts';

/** Nobody reads along, and nothing is kept. */
const nobody: ChannelTraits = { name: 'other', group: false, keepsMessages: false };

/** A greeting, a statement and the welcome's questions, which every folder can be asked. */
const openers = { en: ['hello', 'I want to report someone'], es: ['hola', 'quiero denunciar a alguien'] } as const;

/**
 * Routes some turns that no visitor sees. The first message in each language would otherwise wait some hundred
 * milliseconds for rules to be compiled and the glossary to be stemmed. Other work goes on between the turns.
 */
export async function warmUp({ route, knowledge }: Assistant): Promise<void> {
  for (const lang of langs) {
    for (const text of [...openers[lang], ...knowledge.agency.examples[lang]]) {
      await nextTick();
      route({
        event: { type: 'message', text },
        langHint: lang,
        channel: nobody,
        state: freshState,
        today: '2000-01-01',
      });
    }
  }
}
