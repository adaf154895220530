/**
 * A duplicated tab starts with a copy of the first one's sessionStorage, and would speak in its conversation.
 * So a tab that resumes asks whether another one is living in that conversation.
 */
export function createSiblingTabs(inUse: () => string | null) {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('answerline') : null;
  let taken: ((id: string) => void) | null = null;

  channel?.addEventListener('message', ({ data }: MessageEvent<{ readonly asks?: string; readonly has?: string }>) => {
    if (data.asks && data.asks === inUse()) channel.postMessage({ has: data.asks });
    if (data.has) taken?.(data.has);
  });

  /** Resolves to true when another tab answers within a tenth of a second. */
  function isTaken(id: string): Promise<boolean> {
    if (!channel) return Promise.resolve(false);
    return new Promise((resolve) => {
      taken = (other) => {
        if (other === id) resolve(true);
      };
      channel.postMessage({ asks: id });
      setTimeout(() => resolve(false), 100);
    });
  }

  return { isTaken };
}
