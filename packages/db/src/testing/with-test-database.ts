import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { EmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { migrations } from '../migrations/migrations.js';
import { openDatabase } from '../open-database.js';
import { joinSharedServer } from './shared-server.js';

export interface TestDatabase {
  /** Connection string of a database that belongs to this test file alone. */
  readonly url: string;
  /** Another empty or migrated database on the same server, removed with this one. */
  another(options?: { migrated?: boolean }): Promise<string>;
  /** Removes the databases, open connections or not, and leaves the server. */
  close(): Promise<void>;
}

/**
 * A migrated database on the test server, copied from a template (about 0.1–0.3 s after the first time).
 * Call it in `beforeAll` and `close()` in `afterAll`.
 *
 * @param options.binDir programs of an installed PostgreSQL to test against instead of the bundled one.
 */
export async function withTestDatabase(options: { binDir?: string } = {}): Promise<TestDatabase> {
  const server = await joinSharedServer(options);
  const created: string[] = [];
  const create = async ({ migrated = true }: { migrated?: boolean } = {}) => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await administer(server, async (client) => {
      const template = migrated ? await ensureTemplate(server, client) : 'template0';
      await client.query(`create database ${name} template ${template}`);
    });
    created.push(name);
    return server.url(name);
  };
  try {
    const url = await create();
    return {
      url,
      another: create,
      async close() {
        await administer(server, async (client) => {
          for (const name of created) await client.query(`drop database if exists ${name} with (force)`);
        });
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The template is named by what made it, so a changed migration makes a new one. */
async function ensureTemplate(server: EmbeddedPostgres, client: Client): Promise<string> {
  const schema = migrations.map((migration) => `${migration.name}\n${String(migration)}`).join('\n');
  const name = `template_${createHash('sha256').update(schema).digest('hex').slice(0, 12)}`;
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return name;
  const unfinished = `unfinished_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({ url: server.url(unfinished) });
  try {
    await database.migrate();
  } finally {
    await database.close();
  }
  await client.query(`alter database ${unfinished} rename to ${name}`);
  return name;
}

/** One file at a time: copying a template needs it to be without connections. */
async function administer(server: EmbeddedPostgres, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await work(client);
  } finally {
    await client.end();
  }
}
