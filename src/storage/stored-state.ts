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

export function writeState(state: ConversationState): string {
  return JSON.stringify(storedState.parse(state));
}
