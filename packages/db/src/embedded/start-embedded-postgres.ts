import { setTimeout as delay } from 'node:timers/promises';
import { type ConnectionDetails, connectionUrl } from './connection-file.js';
import { explainFileError } from './file-errors.js';
import { ensureCluster } from './init-cluster.js';
import { type Installation, prepareInstallation } from './installation.js';
import { answers, mayRun, runningPort } from './server-process.js';
import { withStartLock } from './start-lock.js';
import { startServer, stopServer } from './start-server.js';

export interface EmbeddedPostgresOptions {
  /** Folder for the database, its password and its log. Made when missing. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Programs of an installed PostgreSQL ≥ 15 to use instead of the bundled 18, e.g. `/usr/lib/postgresql/15/bin`. */
  readonly binDir?: string;
  /** Server settings (`postgresql.conf` names); values without spaces or quotes. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Connection string for a database of this server; it contains the password. */
  url(database: string): string;
  /** Stops the server in good order, but only when this call started it. Safe to repeat. */
  stop(): Promise<void>;
  /** True when a server was already running on the folder. */
  readonly reused: boolean;
  /** Where the data really is: as root under a closed home it is not `dataDir`. */
  readonly dataDir: string;
}

/**
 * Starts the PostgreSQL that came with npm on a data folder, or joins the one that runs on it. It listens on 127.0.0.1
 * only, with a random port and password. Several processes may call this on one fresh folder at the same time.
 *
 * @throws CambiumError `give-up` (no binaries for this platform, folder not writable, disk full, server does not start)
 * or `retry`; the message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const installation = prepareInstallation(options);
  const log = options.log ?? (() => {});
  return withStartLock(installation.dataDir, async () => {
    const known = await ensureCluster(installation);
    const running = await joinRunning(installation, known, log);
    const reused = running !== undefined;
    const details = running ?? (await start(installation, known, options.settings ?? {}));
    log(`PostgreSQL ${installation.majorVersion} ${reused ? 'already runs' : 'started'} on 127.0.0.1:${details.port}`);
    return handle(installation, details, reused);
  });
}

async function start(
  installation: Installation,
  known: ConnectionDetails,
  settings: Readonly<Record<string, string>>,
): Promise<ConnectionDetails> {
  try {
    return await startServer(installation, known, settings);
  } catch (cause) {
    throw explainFileError(installation.dataDir, cause);
  }
}

function handle(installation: Installation, details: ConnectionDetails, reused: boolean): EmbeddedPostgres {
  let stopped: Promise<void> | undefined = reused ? Promise.resolve() : undefined;
  return {
    url: (database) => connectionUrl(details, database),
    stop: () => (stopped ??= withStartLock(installation.dataDir, () => stopOurs(installation, details))),
    reused,
    dataDir: installation.dataDir,
  };
}

/** Not when it died, nor when somebody else has started another one since. */
async function stopOurs(installation: Installation, details: ConnectionDetails): Promise<void> {
  if (mayRun(installation) && runningPort(installation) === details.port) {
    await stopServer(installation);
  }
}

/** Up to 10 seconds for a server that is starting, recovering or dying to become one or the other. */
async function joinRunning(
  installation: Installation,
  details: ConnectionDetails,
  log: (line: string) => void,
): Promise<ConnectionDetails | undefined> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (!mayRun(installation)) return undefined;
    const port = runningPort(installation);
    if (port !== undefined && (await answers({ ...details, port }))) return { ...details, port };
    if (attempt === 0) log('waiting for an earlier PostgreSQL on this data folder');
    await delay(100);
  }
  return undefined;
}
