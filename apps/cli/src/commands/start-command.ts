import { openDatabase } from '@cambium/db';
import { type DatabaseAddress, withDatabaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';
import { watchInterruption } from '../interruption.js';
import { expectFree } from '../start/free-port.js';
import { startDemo } from '../start/start-demo.js';
import { type StartedPlatform, startPlatform } from '../start/start-platform.js';

export interface StartOptions {
  /** Start the first search on an empty database. */
  readonly demo: boolean;
  /** Start a runner on this machine. */
  readonly runner: boolean;
}

/**
 * `cambium start`: database, API, dashboard and one local runner, and one printed address with a one-time login. Whatever
 * is wrong with the database at the start is said, and the command ends; one that goes away later is waited for. Ends on
 * SIGINT or SIGTERM: running trials are handed back.
 */
export async function runStart(environment: Environment, { demo, runner }: StartOptions): Promise<void> {
  if (environment.port !== 0) await expectFree(environment.port);
  const interruption = watchInterruption();
  const say = (name: string) => (line: string) => console.log(`[${name}] ${line}`);
  const run = async (database: DatabaseAddress) => {
    await prepareDatabase(database);
    if (interruption.signal.aborted) return;
    const platform = await startPlatform(environment, { database, runner, say });
    try {
      await Promise.race([welcome(platform, { demo, where: describe(database, environment) }), interruption.happened]);
      await interruption.happened;
      console.log('Stopping: running trials are handed back. Press Ctrl-C again to end at once.');
    } finally {
      await platform.stop();
    }
  };
  await withDatabaseAddress(environment, run, say('database'));
}

/** Here, so that what is wrong is said once; the API would be started again and again. */
async function prepareDatabase({ url }: DatabaseAddress): Promise<void> {
  const database = await openDatabase({ url });
  try {
    await database.migrate();
  } finally {
    await database.close();
  }
}

async function welcome(
  { ready, api, apiUrl }: StartedPlatform,
  { demo, where }: { demo: boolean; where: string },
): Promise<void> {
  await ready;
  if (demo) {
    try {
      const started = await startDemo(apiUrl, await api.ask('login-link'));
      if (started !== undefined) console.log(`Started the experiment “${started}”, so that there is something to see.`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      console.error(`The first experiment could not be started (${why}). All else runs: create one on the page.`);
    }
  }
  console.log(`\nCambium runs (${where}). Open this link; it signs in once:\n\n  ${await api.ask('login-link')}\n`);
}

const describe = ({ kind }: DatabaseAddress, { dataDir }: Environment) =>
  kind === 'embedded' ? `embedded PostgreSQL in ${dataDir}` : 'PostgreSQL at DATABASE_URL';
