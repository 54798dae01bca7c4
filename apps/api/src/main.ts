import path from 'node:path';
import { createFsArtifactStore } from '@cambium/artifacts';
import { openDatabase, startEmbeddedPostgres } from '@cambium/db';
import { pino } from 'pino';
import { readEnvironment } from './env.js';
import { startApi } from './start-api.js';

// The API as a process of its own; `cambium start` runs it together with the dashboard and a runner instead.
const env = readEnvironment();
const logger = pino({ level: env.LOG_LEVEL }, pino.destination(2));
const log = (line: string) => logger.info(line);

const embedded =
  env.DATABASE_URL === undefined
    ? await startEmbeddedPostgres({ dataDir: path.join(env.CAMBIUM_DATA_DIR, 'postgres'), log })
    : undefined;
const database = await openDatabase({ url: env.DATABASE_URL ?? embedded?.url('cambium') ?? '', log });
await database.migrate();
const api = await startApi({
  port: env.PORT,
  host: env.HOST,
  database,
  databaseKind: embedded === undefined ? 'server' : 'embedded',
  artifacts: createFsArtifactStore(path.join(env.CAMBIUM_DATA_DIR, 'artifacts')),
  dataDir: env.CAMBIUM_DATA_DIR,
  logger,
  ...(env.CAMBIUM_PUBLIC_URL === undefined ? {} : { publicUrl: env.CAMBIUM_PUBLIC_URL }),
  ...(env.CAMBIUM_TEMPLATES_DIR === undefined ? {} : { templatesDir: env.CAMBIUM_TEMPLATES_DIR }),
  ...(env.CAMBIUM_LEASE_MS === undefined ? {} : { leaseMs: env.CAMBIUM_LEASE_MS }),
});
console.log(JSON.stringify({ url: api.url, loginLink: await api.createLoginLink() }));

const stop = async () => {
  await api.close();
  await database.close();
  await embedded?.stop();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
