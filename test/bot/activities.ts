import type { Reply, TurnOutcome } from '../../src/conversation/reply.ts';
import type { Turn } from '../../src/conversation/turn.ts';

/** A message as the Emulator sends it, answered in the response itself. */
export const message = {
  type: 'message',
  id: 'a1',
  channelId: 'emulator',
  conversation: { id: 'conversation-1' },
  from: { id: 'visitor' },
  recipient: { id: 'bot' },
  text: 'hello',
  deliveryMode: 'expectReplies',
};

/** A reply that says one line. */
export function says(line: string, more: Partial<Reply> = {}): Reply {
  return {
    kind: 'smalltalk',
    lang: 'en',
    confidence: 1,
    before: [line],
    passages: [],
    sources: [],
    contacts: [],
    after: [],
    choices: [],
    feedback: false,
    ...more,
  } as Reply;
}

/** Dialogs that count: each turn says how many came before it, so that lost or mixed states show. */
export function countingRoute(turn: Turn): TurnOutcome {
  const misses = turn.state.misses + 1;
  const said = turn.event.type === 'message' ? turn.event.text : turn.event.type;
  return { replies: [says(`${misses}: ${said}`)], state: { ...turn.state, welcomed: true, misses }, retention: 'full' };
}
