import { Client } from 'pg';
import { connectionUrl, type ServerAddress } from './connection-file.js';

const applicationName = 'cambium-presence';

/**
 * One connection that a process holds for as long as it uses the server. It proves that the server runs, tells at once
 * when it dies, and shows the others that somebody still needs it: a killed process counts no longer.
 */
export interface Presence {
  /** Resolves when the connection is gone. */
  readonly lost: Promise<void>;
  /** How many other processes use the server. @throws what `pg` throws when the connection is gone. */
  others(): Promise<number>;
  close(): Promise<void>;
}

/** Does not keep the process alive. @throws what `pg` throws when the server takes no connection with this password. */
export async function enterServer(address: ServerAddress): Promise<Presence> {
  const client = new Client({
    connectionString: connectionUrl(address, 'postgres'),
    connectionTimeoutMillis: 3000,
    application_name: applicationName,
  });
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  // Its types leave `unref` out.
  (client as Client & { unref(): void }).unref();
  return {
    lost,
    async others() {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
        [applicationName],
      );
      return rows[0]?.count ?? 0;
    },
    async close() {
      await client.end().catch(() => {});
    },
  };
}
