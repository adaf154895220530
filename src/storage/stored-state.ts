import { z } from 'zod';
import type { ConversationState } from '../conversation/conversation-state.ts';

const choice = z.object({ label: z.string(), value: z.string() });
const storedState = z.object({
  lang: z.enum(['en', 'es']).nullable(),
  welcomed: z.boolean(),
  flow: z.enum(['none', 'report', 'emergency']),
  section: z.string().nullable(),
  shown: z.array(z.number().int().nonnegative()),
  topic: z.string().nullable(),
  choices: z.array(choice),
  misses: z.number().int().nonnegative(),
});

/**
 * A state as it was written, or null where there is none. One that another version wrote in another form is
 * dropped as well: the conversation then starts afresh instead of failing.
 */
export function readState(json: string | null | undefined): ConversationState | null {
  if (!json) return null;
  try {
    const parsed = storedState.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Its fields and no others: what a dialog holds beside them is not for keeping. */
export function writeState(state: ConversationState): string {
  const { lang, welcomed, flow, section, shown, topic, choices, misses } = state;
  const offered = choices.map(({ label, value }) => ({ label, value }));
  return JSON.stringify({
    lang,
    welcomed,
    flow,
    section,
    shown,
    topic,
    choices: offered,
    misses,
  } satisfies ConversationState);
}
