import { mkdir } from 'node:fs/promises';
import { CommandError } from '../command-error.js';
import { databaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';
import { rememberAddress } from '../server-address.js';
import { cambiumFile, startApiProcess } from '../start/api-process.js';
import { startDashboardProcess } from '../start/dashboard-process.js';
import { freePort, isFree } from '../start/free-port.js';
import { startDemo } from '../start/start-demo.js';
import { type SupervisedProcess, superviseProcess } from '../start/supervised-process.js';

export interface StartOptions {
  /** Start the first search on an empty database. */
  readonly demo: boolean;
  /** Start a runner on this machine. */
  readonly runner: boolean;
}

/**
 * `cambium start`: database, API, dashboard and one local runner, each in a process of its own that is started again
 * when it dies. Prints one address with a one-time login. Ends on SIGINT or SIGTERM: running trials are handed back.
 */
export async function runStart(environment: Environment, options: StartOptions): Promise<void> {
  if (environment.port !== 0 && !(await isFree(environment.port))) {
    throw new CommandError(`Port ${environment.port} is in use. Choose another: PORT=3001 npm start`);
  }
  await mkdir(environment.dataDir, { recursive: true });
  const port = environment.port === 0 ? await freePort() : environment.port;
  const apiPort = await freePort();
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const publicUrl = `http://127.0.0.1:${port}`;
  const say = (name: string) => (line: string) => console.log(`[${name}] ${line}`);

  const database = await databaseAddress(environment);
  const env = { ...environment.all, CAMBIUM_SKIP_BUILD: '1', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const api = startApiProcess({
    args: ['--port', String(apiPort), '--public-url', publicUrl, '--database-kind', database.kind],
    env: { ...env, DATABASE_URL: database.url },
    onLine: say('api'),
  });
  const { dashboard, ready } = startDashboardProcess({
    env: { ...env, PORT: String(port), CAMBIUM_API_URL: apiUrl },
    onLine: say('dashboard'),
  });
  const processes: SupervisedProcess[] = [dashboard, api];
  stopOnSignal(async () => {
    for (const running of processes) running.retire();
    // The runner first: it hands its trials back to a living API.
    for (const running of processes.toReversed()) await running.stop();
    await database.stop();
  });

  await Promise.all([api.ready, ready]);
  await rememberAddress(environment.dataDir, publicUrl);
  if (options.runner) {
    const token = await api.ask('runner-token');
    processes.push(
      superviseProcess({
        name: 'runner',
        file: cambiumFile,
        args: ['runner', '--name', 'local'],
        env: { ...env, CAMBIUM_URL: apiUrl, CAMBIUM_TOKEN: token },
        onLine: say('runner'),
      }),
    );
  }
  if (options.demo) {
    const started = await startDemo(apiUrl, await api.ask('login-link'));
    if (started !== undefined) console.log(`Started the experiment “${started}”, so that there is something to see.`);
  }
  const where =
    database.kind === 'embedded' ? `embedded PostgreSQL in ${environment.dataDir}` : 'PostgreSQL at DATABASE_URL';
  console.log(`\nCambium runs (${where}). Open this link; it signs in once:\n\n  ${await api.ask('login-link')}\n`);
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
