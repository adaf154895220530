import type { ConversationStore } from './conversation-store.ts';
import type { TurnReport } from './turn-report.ts';

/**
 * Counts what an agency wants to know of its visitors, for all processes together and across restarts: kinds of replies with
 * their topic or section, and thumbs. A store that is away loses the count and nothing else.
 */
export function createTurnCounter(store: Pick<ConversationStore, 'count'>): (report: TurnReport) => void {
  const count = (name: string, labels: Readonly<Record<string, string>>) => {
    store.count(name, labels).catch(() => {});
  };
  return ({ result, rating, replies }) => {
    if (result !== 'answered') return;
    if (rating !== null) count('rating', { rating });
    for (const { kind, lang, section, topic } of replies) count('reply', { kind, lang, about: topic ?? section ?? '' });
  };
}
