import { CambiumError } from '@cambium/core';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** Any number, the same in every version: the key of the advisory lock under which migrations run. */
const lockKey = 715_517_001;

/**
 * Brings the tables up to this version. Several processes may call it at once: one works, the others wait.
 *
 * @throws CambiumError `give-up` when a newer version of Cambium has already changed this database.
 */
export async function migrate(dataSource: DataSource, url: string): Promise<void> {
  // A connection of its own: the lock must outlive the transactions that TypeORM makes for each migration.
  const client = new Client({ connectionString: url, application_name: 'cambium-migrations' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await refuseNewerSchema(dataSource);
    await dataSource.runMigrations();
  } finally {
    await client.end();
  }
}

async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const table = 'cambium_migrations';
  const [{ present }] = await dataSource.query(`select to_regclass($1) is not null as present`, [table]);
  if (!present) return;
  const applied: readonly { name: string }[] = await dataSource.query(`select name from ${table}`);
  const known = new Set(dataSource.migrations.map(({ name }) => name));
  const foreign = applied.find(({ name }) => !known.has(name));
  if (foreign === undefined) return;
  throw new CambiumError(
    'give-up',
    `A newer version of Cambium has changed this database (${foreign.name}). Update Cambium, or use another database.`,
  );
}
