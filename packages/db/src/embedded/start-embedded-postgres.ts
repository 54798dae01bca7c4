import { CambiumError } from '@cambium/core';
import { type ConnectionDetails, connectionUrl, type ServerAddress } from './connection-file.js';
import { ensureCluster } from './init-cluster.js';
import { type Installation, prepareInstallation } from './installation.js';
import { type JoinedServer, joinServer } from './join-server.js';
import { type KeptServer, keepRunning } from './keep-running.js';
import { enterServer, type Presence } from './presence.js';
import { mayRun, runningServer } from './server-process.js';
import { withStartLock } from './start-lock.js';
import { startServer, stopServer } from './start-server.js';

export interface EmbeddedPostgresOptions {
  /** Folder for the database, its password and its log. Made when missing. */
  readonly dataDir: string;
  /** Told when the server starts, is lost, and comes back. */
  readonly log?: (line: string) => void;
  /** Programs of an installed PostgreSQL ≥ 15 to use instead of the bundled 18, e.g. `/usr/lib/postgresql/15/bin`. */
  readonly binDir?: string;
  /** Server settings (`postgresql.conf` names); values without spaces or quotes. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Connection string for a database of this server; it contains the password. It stays right when the server dies. */
  url(database: string): string;
  /** Leaves the server; the last process to leave stops it. Safe to repeat. */
  stop(): Promise<void>;
  /** True when a server was already running on the folder. */
  readonly reused: boolean;
  /** Where the data really is: as root under a closed home it is not `dataDir`. */
  readonly dataDir: string;
}

/**
 * Starts the PostgreSQL that came with npm on a data folder, or joins the one that runs on it. It listens on 127.0.0.1
 * only, with a random port and password. Several processes may call this on one fresh folder at the same time. Until
 * `stop`, a server that dies is brought back on the same port.
 *
 * @throws CambiumError `give-up` (no binaries for this platform, folder not writable, disk full, server does not start)
 * or `retry`; the message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, log = () => {} } = options;
  const launch = { installation: prepareInstallation(options), settings, log };
  const { dataDir } = launch.installation;
  return withStartLock(dataDir, async () => {
    const details = await ensureCluster(launch.installation);
    const running = await joinServer(launch.installation, details, log);
    const { address, presence } = running ?? (await start(launch, details, { samePort: false }));
    const server = keepRunning(presence, { revive: () => revive(launch, address), log });
    let stopped: Promise<void> | undefined;
    return {
      url: (database) => connectionUrl(address, database),
      stop: () => (stopped ??= leave(launch, address, server)),
      reused: running !== undefined,
      dataDir,
    };
  });
}

interface Launch {
  readonly installation: Installation;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

async function start(
  { installation, settings, log }: Launch,
  details: ConnectionDetails,
  { samePort }: { samePort: boolean },
): Promise<JoinedServer> {
  const address = await startServer(installation, details, { settings, samePort });
  const { pid } = runningServer(installation) ?? {};
  log(`process ${pid}: PostgreSQL ${installation.majorVersion} on 127.0.0.1:${address.port}`);
  return { address, presence: await enterServer(address) };
}

/** On the same port: connection strings with it are in use. */
async function revive(launch: Launch, address: ServerAddress): Promise<Presence> {
  const { installation, log } = launch;
  return withStartLock(installation.dataDir, async () => {
    const running = await joinServer(installation, address, log);
    if (running === undefined) return (await start(launch, address, { samePort: true })).presence;
    if (running.address.port === address.port) return running.presence;
    await running.presence.close();
    throw new CambiumError(
      'give-up',
      `another process started it on port ${running.address.port}. Start Cambium again.`,
    );
  });
}

/**
 * Under the lock: nobody enters between the question who is there and the end. A server that recovers is waited for first:
 * PostgreSQL 18 never ends when it is told to in the middle of a recovery.
 */
async function leave({ installation, log }: Launch, address: ServerAddress, server: KeptServer): Promise<void> {
  const presence = await server.release();
  await withStartLock(installation.dataDir, async () => {
    const others = await presence.others().catch(async () => {
      const again = await joinServer(installation, address, log);
      const found = await again?.presence.others();
      await again?.presence.close();
      return found ?? 0;
    });
    await presence.close();
    if (others === 0 && mayRun(installation)) await stopServer(installation);
  });
}
