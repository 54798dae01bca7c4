import type { ArtifactStore, Clock } from '@cambium/core';
import type { Logger } from 'pino';
import type { ApiDatabase } from './context/services.js';

export interface ApiOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1 unless given: then nobody else's machine can reach it. */
  readonly host?: string;
  /** Origin under which browsers reach the server (the dashboard's, which proxies); its own unless given. */
  readonly publicUrl?: string;
  /** Open and migrated; stays open when the server closes. */
  readonly database: ApiDatabase;
  /** Shown to people: `embedded` or `server`. */
  readonly databaseKind?: string;
  readonly artifacts: ArtifactStore;
  /** Folder of fetched data sets and user data. */
  readonly dataDir: string;
  /** Folder with *.yaml specifications to start from. */
  readonly templatesDir?: string;
  /** A runner that has not been heard of for so long is dead. */
  readonly leaseMs?: number;
  /** How often dead runners are looked for. */
  readonly superviseMs?: number;
  /** Bursts of events within so many milliseconds come to subscribers as one message. */
  readonly coalesceMs?: number;
  /** How often an open stream checks that its reader is still signed in. */
  readonly recheckMs?: number;
  readonly maxArtifactBytes?: number;
  /** A searcher that runs for so long without an answer is ended. */
  readonly searchTimeoutMs?: number;
  /** How long an unused login link works, and how long a session lasts. */
  readonly loginLinkMs?: number;
  readonly sessionMs?: number;
  /** A token of `RunningApi.createRunnerToken` ends when it was not used for so long. */
  readonly ownTokenIdleMs?: number;
  readonly clock?: Clock;
  readonly logger?: Logger;
}

export interface RunningApi {
  readonly port: number;
  readonly url: string;
  /** A link that signs its first visitor in as the local owner. */
  createLoginLink(): Promise<string>;
  /**
   * A token for a runner of the local workspace that this program starts itself. It lives as long as it is used: nobody
   * has to take it back, also after kill -9.
   */
  createRunnerToken(name: string): Promise<string>;
  /** Ends live connections and waiting claims, lets requests finish, stops. Safe to repeat. */
  close(): Promise<void>;
}

const hour = 3_600_000;

/** Every option with its default filled in. */
export function withDefaults(options: ApiOptions) {
  return {
    host: '127.0.0.1',
    databaseKind: 'server',
    leaseMs: 15_000,
    superviseMs: 1_000,
    coalesceMs: 100,
    recheckMs: 15_000,
    maxArtifactBytes: 512 * 1024 * 1024,
    searchTimeoutMs: 120_000,
    loginLinkMs: 12 * hour,
    sessionMs: 30 * 24 * hour,
    ownTokenIdleMs: 30 * 24 * hour,
    clock: { now: () => Date.now() },
    ...options,
  };
}
