import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type ConnectionDetails, connectionUrl } from './connection-file.js';
import type { Installation } from './installation.js';

/**
 * What `postmaster.pid` tells. `pg_ctl status` is not asked: it takes a zombie for a running server.
 *
 * Where the process is a zombie, or its number belongs to another program by now (containers count from 1 each time),
 * the file is removed: PostgreSQL itself would refuse to start for ever. What protects the data is not this file but the
 * shared memory that the folder's inode names: a new server waits until the last old process has let go of it.
 */
export function mayRun({ clusterDir }: Installation): boolean {
  const pidFile = path.join(clusterDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!(pid > 0) || !processExists(pid)) return false;
  if (process.platform !== 'linux' || isLivePostgres(pid)) return true;
  rmSync(pidFile, { force: true });
  return false;
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A zombie has no command line. */
function isLivePostgres(pid: number): boolean {
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
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
