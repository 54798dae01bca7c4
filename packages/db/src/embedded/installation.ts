import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { CambiumError } from '@cambium/core';
import { explainFileError } from './file-errors.js';
import { nativeFolder } from './native-binaries.js';
import { copyForOthers, nearestExisting, openToOthers, sharedRoot } from './reachable-folder.js';
import { type ServerAccount, serverAccount } from './server-account.js';
import { ensureSymlinks } from './symlinks.js';

/** Everything about one server that does not change while it runs. */
export interface Installation {
  readonly dataDir: string;
  /** The database cluster itself, one per major version: `pg18`. */
  readonly clusterDir: string;
  readonly logFile: string;
  readonly majorVersion: number;
  readonly account: ServerAccount;
  program(name: 'initdb' | 'pg_ctl' | 'postgres'): string;
}

/**
 * Finds the server's programs and makes its data folder, both where the account that the server runs as can reach them.
 *
 * @throws CambiumError `give-up` when the programs don't run or the folder can't be made.
 */
export function prepareInstallation(options: { dataDir: string; binDir?: string }): Installation {
  const account = serverAccount();
  const binDir = options.binDir ?? path.join(bundledFolder(account), 'bin');
  const program = (name: string) => path.join(binDir, process.platform === 'win32' ? `${name}.exe` : name);
  const majorVersion = versionOf(program('postgres'));
  const dataDir = makeDataFolder(options.dataDir, account);
  return {
    dataDir,
    clusterDir: path.join(dataDir, `pg${majorVersion}`),
    logFile: path.join(dataDir, 'server.log'),
    majorVersion,
    account,
    program,
  };
}

function bundledFolder(account: ServerAccount): string {
  const original = nativeFolder();
  try {
    ensureSymlinks(original);
    if (account.ids === undefined || openToOthers(original)) return original;
    const label = createHash('sha256').update(original).digest('hex').slice(0, 12);
    return copyForOthers(original, `programs-${label}`);
  } catch (cause) {
    throw explainFileError(original, cause);
  }
}

function makeDataFolder(wanted: string, account: ServerAccount): string {
  const absolute = path.resolve(wanted);
  let dataDir = absolute;
  try {
    if (account.ids !== undefined && !openToOthers(nearestExisting(path.dirname(absolute)))) {
      dataDir = path.join(sharedRoot, `data-${createHash('sha256').update(absolute).digest('hex').slice(0, 12)}`);
    }
    // The parents in a call of their own: the mode below is for the data folder alone.
    mkdirSync(path.dirname(dataDir), { recursive: true });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (account.ids !== undefined) chownSync(dataDir, account.ids.uid, account.ids.gid);
    return realpathSync(dataDir);
  } catch (cause) {
    throw explainFileError(dataDir, cause);
  }
}

function versionOf(postgres: string): number {
  const run = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1]);
  if (Number.isInteger(major)) return major;
  throw new CambiumError(
    'give-up',
    `${postgres} does not run: ${run.error?.message ?? run.stderr.trim()}. Set DATABASE_URL to use another PostgreSQL server.`,
    { cause: run.error },
  );
}
