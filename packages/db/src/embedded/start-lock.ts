import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CambiumError } from '@cambium/core';

const retryEveryMs = 50;
const giveUpAfterMs = 120_000;

/**
 * Runs `work` while no other process of this machine starts or stops a server on this data folder. The lock goes away
 * with its holder, however that dies: an abstract unix socket on Linux, a file with a process id elsewhere.
 *
 * @throws CambiumError `retry` when another process holds it for two minutes.
 */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const take = process.platform === 'linux' ? takeSocket : takeFile;
  for (let waited = 0; waited < giveUpAfterMs; waited += retryEveryMs) {
    const release = await take(dataDir);
    if (release !== undefined) {
      try {
        return await work();
      } finally {
        await release();
      }
    }
    await delay(retryEveryMs);
  }
  throw new CambiumError('retry', `Another process has been starting the database in ${dataDir} for two minutes.`);
}

type Release = () => Promise<void>;

function takeSocket(dataDir: string): Promise<Release | undefined> {
  const name = `\0cambium-postgres-${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`;
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(name, () => resolve(() => new Promise<void>((closed) => server.close(() => closed()))));
  });
}

async function takeFile(dataDir: string): Promise<Release | undefined> {
  const file = path.join(dataDir, 'start.lock');
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return async () => rmSync(file, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!holderLives(file)) rmSync(file, { force: true });
    return undefined;
  }
}

function holderLives(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file is one that its holder has just made.
    if (!(pid > 0)) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
