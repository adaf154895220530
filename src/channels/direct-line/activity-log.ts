import type { Activity } from 'botframework-schema';

/** An activity with its place in the conversation's log. */
export interface LoggedActivity {
  /** 1-based, without gaps within a conversation. */
  readonly sequence: number;
  readonly activity: Partial<Activity>;
}

/**
 * The activities of embedded Direct Line conversations. Appending happens inside a turn's commit
 * (`ConversationStore.withTurn(key, ...)`, same `key`): acknowledged means kept. `src/storage` implements both over one engine.
 */
export interface ActivityLog {
  /** Starts a conversation; it ends after the idle time or when forgotten. */
  create(key: string): Promise<void>;
  /** False: never made, ended or expired. */
  exists(key: string): Promise<boolean>;
  /** Entries after `sequence` (0: all), at most `limit`, in order. */
  read(key: string, after: number, limit: number): Promise<readonly LoggedActivity[]>;
  /**
   * Calls `wake` whenever something was appended, in any process; returns the way to stop it.
   * Carries no content: the reader reads after its own watermark, so order and completeness do not depend on it.
   */
  subscribe(key: string, wake: () => void): Promise<() => Promise<void>>;
}
