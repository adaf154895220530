import type { TurnOutcome } from '../src/conversation/reply.ts';
import type { Turn } from '../src/conversation/turn.ts';

/** A pressed thumb is counted elsewhere; here it is met with silence and changes nothing. */
export function feedback(turn: Turn): TurnOutcome {
  return { replies: [], state: turn.state, retention: 'full' };
}
