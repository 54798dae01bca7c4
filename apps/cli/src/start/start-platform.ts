import type { DatabaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';
import { rememberAddress } from '../server-address.js';
import { type ApiProcess, cambiumFile, startApiProcess } from './api-process.js';
import { startDashboardProcess } from './dashboard-process.js';
import { freePort } from './free-port.js';
import { type SupervisedProcess, superviseProcess } from './supervised-process.js';

export interface PlatformOptions {
  readonly database: DatabaseAddress;
  /** Start a runner on this machine. */
  readonly runner: boolean;
  /** What the process of that name prints. */
  readonly say: (name: string) => (line: string) => void;
}

export interface StartedPlatform {
  /** Resolves when the API and the dashboard listen and the runner is on its way. @throws when one of them can't. */
  readonly ready: Promise<void>;
  readonly api: ApiProcess;
  readonly apiUrl: string;
  stop(): Promise<void>;
}

/** API, dashboard and one runner, each in a process of its own that is started again when it dies. */
export async function startPlatform(environment: Environment, options: PlatformOptions): Promise<StartedPlatform> {
  const { database, say } = options;
  const port = environment.port === 0 ? await freePort() : environment.port;
  const apiPort = await freePort();
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const publicUrl = `http://127.0.0.1:${port}`;
  const env = { ...environment.all, CAMBIUM_SKIP_BUILD: '1', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const api = startApiProcess({
    args: ['--port', String(apiPort), '--public-url', publicUrl, '--database-kind', database.kind],
    env: { ...env, DATABASE_URL: database.url },
    onLine: say('api'),
  });
  const dashboard = startDashboardProcess({
    env: { ...env, PORT: String(port), CAMBIUM_API_URL: apiUrl },
    onLine: say('dashboard'),
  });
  const processes: SupervisedProcess[] = [dashboard, api];
  const finishStart = async () => {
    await Promise.all([api.ready, dashboard.ready]);
    await rememberAddress(environment.dataDir, publicUrl);
    if (!options.runner) return;
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
  };
  return {
    ready: finishStart(),
    api,
    apiUrl,
    async stop() {
      for (const running of processes) running.retire();
      // The runner first: it hands its trials back to a living API.
      for (const running of processes.toReversed()) await running.stop();
    },
  };
}
