import type {
  ExperimentReader,
  ExperimentStore,
  IdentityStore,
  LedgerSignals,
  RunnerDirectory,
  RunnerSignals,
} from '@cambium/core';
import { parseConnectionUrl } from './connection/connection-url.js';
import { createDataSource } from './connection/data-source.js';
import { ensureDatabase } from './connection/ensure-database.js';
import { withClearErrors } from './connection/with-clear-errors.js';
import { createPostgresExperimentStore } from './experiments/postgres-experiment-store.js';
import { createPostgresIdentityStore } from './identity/postgres-identity-store.js';
import { migrate } from './migrations/migrate.js';
import { createWorkQueue } from './queue/work-queue.js';
import { createPostgresExperimentReader } from './reader/postgres-experiment-reader.js';
import { createPostgresRunnerDirectory } from './runners/postgres-runner-directory.js';
import { startSignals } from './signals/ledger-signals.js';

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /**
   * Most connections of the ledger's pool, ≥ 2; 10 when absent. A process holds up to `poolSize` + 2 (queue) + 1 (live
   * updates); the sum over all processes must stay below the server's `max_connections`.
   */
  readonly poolSize?: number;
  /** Told what goes wrong in the background: lost connections, queue maintenance. */
  readonly log?: (line: string) => void;
  /** Told each statement of the ledger's pool. */
  readonly onStatement?: (sql: string) => void;
}

export interface Database {
  readonly experiments: ExperimentStore & LedgerSignals;
  readonly reader: ExperimentReader;
  readonly identity: IdentityStore;
  readonly runners: RunnerDirectory & RunnerSignals;
  /** Creates or updates all tables, the queue's included. Call it once before the first use; it may be repeated. */
  migrate(): Promise<void>;
  /** Closes every connection. Unfinished calls reject. */
  close(): Promise<void>;
}

/**
 * Connects to PostgreSQL ≥ 15. Makes the database when it is missing and the user may.
 *
 * @throws CambiumError that says what to do: server unreachable (`retry`), wrong login or address (`fix-input`), server
 * too old (`give-up`).
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const log = options.log ?? (() => {});
  const { url, poolSize = 10 } = options;
  await ensureDatabase(parseConnectionUrl(url));
  const dataSource = createDataSource({ ...options, poolSize });
  await dataSource.initialize();
  const queue = createWorkQueue(dataSource, url, log);
  const listening = await startSignals(dataSource, url, log).catch(async (error: unknown) => {
    await dataSource.destroy();
    throw error;
  });
  const { signals, runnerSignals } = listening;
  let closed: Promise<void> | undefined;
  return {
    experiments: { ...withClearErrors(createPostgresExperimentStore(dataSource, queue, poolSize)), ...signals },
    reader: withClearErrors(createPostgresExperimentReader(dataSource)),
    identity: withClearErrors(createPostgresIdentityStore(dataSource)),
    runners: { ...withClearErrors(createPostgresRunnerDirectory(dataSource)), ...runnerSignals },
    async migrate() {
      await migrate(dataSource, url);
      await queue.prepare();
    },
    close() {
      closed ??= (async () => {
        await listening.close();
        await queue.close();
        await dataSource.destroy();
      })();
      return closed;
    },
  };
}
