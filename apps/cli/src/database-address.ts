import path from 'node:path';
import { type Database, openDatabase, startEmbeddedPostgres } from '@cambium/db';
import { ensureDataFolder } from './data-folder.js';
import type { Environment } from './env.js';

export interface DatabaseAddress {
  readonly url: string;
  readonly kind: 'embedded' | 'server';
}

/**
 * Runs `work` with `DATABASE_URL`, or, without one, with the embedded server of the data folder: started when it does not
 * run yet, brought back when it dies, and left again however `work` ends.
 *
 * @param log what the embedded server has to say, its start included; without it, only what is wrong, to stderr.
 */
export async function withDatabaseAddress<T>(
  environment: Environment,
  work: (address: DatabaseAddress) => Promise<T>,
  log?: (line: string) => void,
): Promise<T> {
  await ensureDataFolder(environment.dataDir);
  if (environment.databaseUrl !== undefined) return work({ url: environment.databaseUrl, kind: 'server' });
  let started = false;
  const server = await startEmbeddedPostgres({
    dataDir: path.join(environment.dataDir, 'postgres'),
    log: log ?? ((line) => started && console.error(`[database] ${line}`)),
  });
  started = true;
  try {
    return await work({ url: server.url('cambium'), kind: 'embedded' });
  } finally {
    await server.stop();
  }
}

/** Runs `work` on the open and migrated database. */
export function withDatabase<T>(environment: Environment, work: (database: Database) => Promise<T>): Promise<T> {
  return withDatabaseAddress(environment, async ({ url }) => {
    const database = await openDatabase({ url });
    try {
      await database.migrate();
      return await work(database);
    } finally {
      await database.close();
    }
  });
}
