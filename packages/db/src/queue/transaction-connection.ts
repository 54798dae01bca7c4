import type { Db } from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Lets pg-boss run its statements on the connection of a TypeORM transaction.
 *
 * @throws Error when the manager is not in a transaction: its statements would then go to any connection.
 */
export function inTransaction(manager: EntityManager): Db {
  const runner = manager.queryRunner;
  if (runner === undefined) throw new Error('the queue needs the manager of a transaction');
  return {
    async executeSql(sql, values) {
      const result = await runner.query(sql, values as unknown[], true);
      return { rows: result.records ?? [] };
    },
  };
}

/** Lets pg-boss read on any connection that is free. */
export function onAnyConnection(dataSource: DataSource): Db {
  return { executeSql: async (sql, values) => ({ rows: await dataSource.query(sql, values as unknown[]) }) };
}
