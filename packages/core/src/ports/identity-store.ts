import type { RunnerDescription } from './trial-source.js';

export type Role = 'owner' | 'member' | 'viewer';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  readonly role: Role;
}

/**
 * Secrets come in as SHA-256 digests (hex) and are never stored in the clear. Times are the server's, in milliseconds.
 * Making a link, a session or a token removes those that have ended.
 */
export interface IdentityStore {
  /** The one user and workspace of a new installation; made on the first call, returned by every later one. */
  localOwner(now: number): Promise<User>;
  createLoginLink(link: { secretHash: string; userId: string; expiresAt: number; now: number }): Promise<void>;
  /** Works once: the second call with the same secret gives undefined. */
  redeemLoginLink(secretHash: string, now: number): Promise<User | undefined>;
  createSession(session: { secretHash: string; userId: string; expiresAt: number; now: number }): Promise<void>;
  sessionUser(secretHash: string, now: number): Promise<User | undefined>;
  deleteSession(secretHash: string): Promise<void>;
  createRunnerToken(token: NewRunnerToken): Promise<void>;
  /** The workspace that a runner token belongs to; undefined when it has ended. Being asked for is a use of it. */
  runnerWorkspace(secretHash: string, now: number): Promise<{ workspaceId: string; tokenName: string } | undefined>;
  /** Those that people made (they never end by themselves), newest first. */
  runnerTokens(workspaceId: string): Promise<readonly RunnerTokenStatus[]>;
  /** Ends one of these. False when the workspace has none of this id. */
  revokeRunnerToken(workspaceId: string, id: string): Promise<boolean>;
}

/** What can be said of a token without its secret. */
export interface RunnerTokenStatus {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** To the minute; null: never yet. */
  readonly lastUsedAt: number | null;
}

export interface NewRunnerToken {
  /** UUID. */
  readonly id: string;
  readonly secretHash: string;
  readonly name: string;
  readonly workspaceId: string;
  readonly now: number;
  /** It ends when it was not used for about so long; null: never. */
  readonly idleMs: number | null;
}

export interface RunnerStatus extends RunnerDescription {
  readonly workspaceId: string;
  readonly lastSeenAt: number;
  /** Attempts it runs now. */
  readonly busy: number;
}

/** Who has asked for work lately. Runners that were not seen for a week, and are not at work, are forgotten. */
export interface RunnerDirectory {
  /** Wakes whoever watches when the runner is new, has changed, or had not asked for `runnerSilenceMs`. */
  seen(runner: RunnerDescription, workspaceId: string, now: number): Promise<void>;
  /** Those seen since a time or at work now, by name; the 500 that were seen last when there are more. */
  list(workspaceId: string, since: number): Promise<readonly RunnerStatus[]>;
}

/** A free runner asks for work more often than this, in milliseconds: one that was silent for longer is back. */
export const runnerSilenceMs = 30_000;

/** Wakes whoever watches. Losing a signal loses nothing that a look at the list would not show. */
export interface RunnerSignals {
  /** Calls back with the workspace after one of its runners came, changed or came back. */
  onRunners(listener: (workspaceId: string) => void): () => void;
}
