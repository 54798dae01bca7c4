import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type ConnectionDetails, connectionUrl } from './connection-file.js';
import type { Installation } from './installation.js';

/**
 * What `postmaster.pid` tells. `pg_ctl status` is not asked: it takes a zombie for a running server.
 * `gone`: nothing runs · `ending`: killed, its parent has not noticed · `maybe`: a process with that id lives.
 */
export type ProcessState = 'gone' | 'ending' | 'maybe';

/** Removes a stale `postmaster.pid` whose number another program has got since: PostgreSQL itself would refuse to start. */
export function serverProcessState({ clusterDir }: Installation): ProcessState {
  const pidFile = path.join(clusterDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return 'gone';
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!(pid > 0)) return 'gone';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'gone';
  }
  if (process.platform !== 'linux') return 'maybe';
  try {
    if (/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return 'ending';
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (commandLine === '' || /postgres/.test(commandLine)) return 'maybe';
    rmSync(pidFile, { force: true });
    return 'gone';
  } catch {
    return 'gone';
  }
}

/** The port in `postmaster.pid` (its fourth line), which is the running server's; `connection.json` may be older. */
export function runningPort({ clusterDir }: Installation): number | undefined {
  try {
    const port = Number(readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')[3]);
    return port > 0 ? port : undefined;
  } catch {
    return undefined;
  }
}

/** The only proof that a server runs: a connection with this folder's password. */
export async function answers(details: ConnectionDetails): Promise<boolean> {
  if (details.port === undefined) return false;
  const client = new Client({
    connectionString: connectionUrl(details, 'postgres'),
    connectionTimeoutMillis: 3000,
    application_name: 'cambium-probe',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
