import { DataSource } from 'typeorm';
import { entities } from '../entities/entities.js';
import { migrations } from '../migrations/migrations.js';
import { StatementLog } from './statement-log.js';

/**
 * TypeORM's connection pool with our entities and migrations. `synchronize` is never on: only migrations change tables.
 */
export function createDataSource(options: {
  url: string;
  poolSize?: number;
  onStatement?: (sql: string) => void;
}): DataSource {
  const { url, poolSize = 10, onStatement } = options;
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'cambium_migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    logging: onStatement === undefined ? false : ['query'],
    ...(onStatement === undefined ? {} : { logger: new StatementLog(onStatement) }),
    poolSize,
    connectTimeoutMS: 10_000,
    applicationName: 'cambium',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    // A connection lost while idle is replaced by the pool; it must not end the process.
    poolErrorHandler: () => {},
  });
}
