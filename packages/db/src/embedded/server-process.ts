import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
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
  if (process.platform !== 'linux' || isServerOf(clusterDir, pid)) return true;
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

/** A server works in its cluster's folder. A zombie works nowhere; of other users' processes only the name is known. */
function isServerOf(clusterDir: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  }
}

/** The running server's process id and port (`connection.json` may be older); undefined where there is none. */
export function runningServer({ clusterDir }: Installation): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}
