import { watch } from 'chokidar';
import { formatFault, KnowledgeError } from './fault.ts';
import type { Knowledge } from './knowledge.ts';
import { loadKnowledge } from './load-knowledge.ts';

export interface KnowledgeWatch {
  /** Reads the folder now (SIGHUP), whether or not a change was noticed. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface KnowledgeWatchOptions {
  readonly dir: string;
  /** Content hash of what is in use at the start. */
  readonly contentHash: string;
  /** Takes the new content into use, whole; if it throws, the content in use stays and `rejected` is told. */
  readonly use: (knowledge: Knowledge) => Promise<void> | void;
  /** Every fault of content that was not taken into use, each once as long as it stays the same. */
  readonly rejected: (faults: readonly string[]) => void;
}

/** Several files are often written one after the other: read once they have been quiet this long, milliseconds. */
const QUIET_MS = 200;

/**
 * Watches a knowledge folder and takes a valid change into use without a restart. A broken change leaves what is in use
 * untouched. Reloads never overlap: one that is asked for meanwhile follows the one that runs.
 */
export function watchKnowledge(options: KnowledgeWatchOptions): KnowledgeWatch {
  const { dir, use, rejected } = options;
  let inUse = options.contentHash;
  let lastFaults = '';
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const readAndUse = async (): Promise<void> => {
    try {
      const knowledge = await loadKnowledge(dir);
      if (knowledge.contentHash !== inUse) {
        await use(knowledge);
        inUse = knowledge.contentHash;
      }
      lastFaults = '';
    } catch (error) {
      const faults = error instanceof KnowledgeError ? error.faults.map(formatFault) : [(error as Error).message];
      if (faults.join('\n') !== lastFaults) rejected(faults);
      lastFaults = faults.join('\n');
    }
  };
  const reload = (): Promise<void> => {
    running = running.then(readAndUse);
    return running;
  };
  const watcher = watch(dir, { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(reload, QUIET_MS);
  });
  watcher.on('error', (error) =>
    rejected([`the folder cannot be watched (${(error as Error).message}): send SIGHUP after a change`]),
  );

  return {
    reload,
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}
