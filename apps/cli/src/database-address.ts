import path from 'node:path';
import { startEmbeddedPostgres } from '@cambium/db';
import type { Environment } from './env.js';

export interface DatabaseAddress {
  readonly url: string;
  readonly kind: 'embedded' | 'server';
  /** Stops the embedded server if this process started it. */
  stop(): Promise<void>;
}

/** `DATABASE_URL` when set, else the embedded server of the data folder, started when it does not run yet. */
export async function databaseAddress(environment: Environment): Promise<DatabaseAddress> {
  if (environment.databaseUrl !== undefined) {
    return { url: environment.databaseUrl, kind: 'server', stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dataDir: path.join(environment.dataDir, 'postgres') });
  return { url: server.url('cambium'), kind: 'embedded', stop: async () => void (await server.stop()) };
}
