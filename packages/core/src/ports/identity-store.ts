import type { RunnerDescription } from './trial-source.js';

export type Role = 'owner' | 'member' | 'viewer';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  readonly role: Role;
}

/** Secrets come in as SHA-256 digests (hex) and are never stored in the clear. Times are the server's, in milliseconds. */
export interface IdentityStore {
  /** The one user and workspace of a new installation; made on the first call, returned by every later one. */
  localOwner(now: number): Promise<User>;
  createLoginLink(link: { secretHash: string; userId: string; expiresAt: number }): Promise<void>;
  /** Works once: the second call with the same secret gives undefined. */
  redeemLoginLink(secretHash: string, now: number): Promise<User | undefined>;
  createSession(session: { secretHash: string; userId: string; expiresAt: number }): Promise<void>;
  sessionUser(secretHash: string, now: number): Promise<User | undefined>;
  deleteSession(secretHash: string): Promise<void>;
  createRunnerToken(token: { secretHash: string; name: string; workspaceId: string; now: number }): Promise<void>;
  /** The workspace that a runner token belongs to. */
  runnerWorkspace(secretHash: string): Promise<{ workspaceId: string; tokenName: string } | undefined>;
}

export interface RunnerStatus extends RunnerDescription {
  readonly workspaceId: string;
  readonly lastSeenAt: number;
  /** Attempts it runs now. */
  readonly busy: number;
}

/** Who has asked for work lately. */
export interface RunnerDirectory {
  seen(runner: RunnerDescription, workspaceId: string, now: number): Promise<void>;
  list(workspaceId: string): Promise<readonly RunnerStatus[]>;
}
