import { CambiumError } from '@cambium/core';
import { Client } from 'pg';
import { errorCode, explainConnectionError } from './connection-errors.js';
import type { ConnectionTarget } from './connection-url.js';

const oldestMajorVersion = 15;
const databaseMissing = '3D000';

/**
 * Proves that the database can be used, and makes it when it is missing and the user may.
 *
 * @throws CambiumError: unreachable (`retry`), wrong login or no right to create it (`fix-input`), too old (`give-up`).
 */
export async function ensureDatabase(target: ConnectionTarget): Promise<void> {
  try {
    await onConnection(target.url, checkVersion);
  } catch (error) {
    if (errorCode(error) !== databaseMissing) throw explainConnectionError(target, error);
    await createDatabase(target);
  }
}

async function createDatabase(target: ConnectionTarget): Promise<void> {
  try {
    await onConnection(target.withDatabase('postgres'), async (client) => {
      await checkVersion(client);
      await client.query(`create database ${client.escapeIdentifier(target.database)}`).catch((error: unknown) => {
        // Another process made it in between: duplicate_database, or the unique index on its name.
        if (errorCode(error) !== '42P04' && errorCode(error) !== '23505') throw error;
      });
    });
  } catch (error) {
    throw explainConnectionError(target, error);
  }
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  );
  const [row] = rows;
  if (row !== undefined) refuseOldServer(Number(row.number), row.version);
}

/**
 * @param versionNumber as in `server_version_num`: 150004 is 15.4.
 * @throws CambiumError `give-up` when it is older than 15.
 */
export function refuseOldServer(versionNumber: number, version: string): void {
  if (versionNumber >= oldestMajorVersion * 10_000) return;
  throw new CambiumError(
    'give-up',
    `The server is PostgreSQL ${version}; Cambium needs ${oldestMajorVersion} or newer. Upgrade it, or unset DATABASE_URL to use the bundled one.`,
  );
}

async function onConnection(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'cambium' });
  client.on('error', () => {});
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
