import type { WireActivity } from '../../src/channels/direct-line/protocol.ts';
import type { Reply } from '../../src/conversation/reply.ts';

/** A reply with nothing in it but what a test names. */
export function reply(kind: 'answer' | 'handoff' | 'emergency' | 'smalltalk', parts: Partial<Reply> = {}): Reply {
  const empty = { before: [], passages: [], sources: [], contacts: [], after: [], choices: [] };
  return { kind, lang: 'en', confidence: 1, feedback: false, ...empty, ...parts, section: 'a' } as Reply;
}

export function fromBot(id: string, said: Reply, replyToId?: string): WireActivity {
  return {
    type: 'message',
    id,
    from: { id: 'answerline', role: 'bot' },
    channelData: { answerline: { reply: said } },
    ...(replyToId ? { replyToId } : {}),
  };
}

export function echo(id: string, key: string, text: string, notKept = false): WireActivity {
  return {
    type: 'message',
    id,
    text,
    from: { id: 'dl_1', role: 'user' },
    channelData: { clientActivityID: key, ...(notKept ? { answerline: { notKept: true } } : {}) },
  };
}
