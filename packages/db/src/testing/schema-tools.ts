import { createDataSource } from '../connection/data-source.js';

/**
 * The statements that would make the database's tables equal to the entities; empty when the migrations and the entities
 * say the same.
 */
export async function schemaDrift(url: string): Promise<readonly string[]> {
  const dataSource = await createDataSource({ url }).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}

/** Undoes migrations, newest first: down to the one with this name, that one included, or every one. */
export async function revertMigrations(url: string, downTo?: string): Promise<void> {
  const dataSource = await createDataSource({ url }).initialize();
  try {
    const oldest = downTo === undefined ? 0 : dataSource.migrations.findIndex(({ name }) => name === downTo);
    if (oldest < 0) throw new Error(`there is no migration ${downTo}`);
    for (const _ of dataSource.migrations.slice(oldest)) await dataSource.undoLastMigration();
  } finally {
    await dataSource.destroy();
  }
}

/** Runs one statement and returns its rows. */
export async function runSql(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    return await dataSource.query(sql, [...values]);
  } finally {
    await dataSource.destroy();
  }
}
