import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type ConnectionDetails,
  newConnectionDetails,
  readConnectionDetails,
  writeConnectionDetails,
} from './connection-file.js';
import { explainFileError, explainServerOutput } from './file-errors.js';
import type { Installation } from './installation.js';
import { runProgram } from './run-program.js';

/**
 * Makes the database cluster when there is none. It is built beside its place and renamed: a crash in the middle leaves
 * something that the next call throws away, never half a database.
 *
 * @throws CambiumError `give-up` when the folder can't be written or initdb fails.
 */
export async function ensureCluster(installation: Installation): Promise<ConnectionDetails> {
  const { clusterDir, dataDir } = installation;
  try {
    const known = readConnectionDetails(dataDir);
    if (existsSync(path.join(clusterDir, 'PG_VERSION')) && known !== undefined) return known;
    // Another major version's cluster may share the folder and the password.
    const details = known ?? newConnectionDetails();
    await initialize(installation, details.password);
    writeConnectionDetails(dataDir, details);
    renameSync(`${clusterDir}.init`, clusterDir);
    return details;
  } catch (cause) {
    throw explainFileError(dataDir, cause);
  }
}

async function initialize(installation: Installation, password: string): Promise<void> {
  const { clusterDir, dataDir, account, majorVersion } = installation;
  const unfinished = `${clusterDir}.init`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = path.join(dataDir, '.password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (account.ids !== undefined) chownSync(passwordFile, account.ids.uid, account.ids.gid);
    // The builtin locale came with PostgreSQL 17; it sorts by code point and depends on no library's version.
    const locale = majorVersion >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
    const login = ['-U', 'cambium', '-A', 'scram-sha-256', '--pwfile', passwordFile];
    const args = ['-D', unfinished, ...login, '-E', 'UTF8', '--locale=C', ...locale, '--no-instructions'];
    const { ok, output } = await runProgram(installation, 'initdb', args);
    if (!ok) throw explainServerOutput(dataDir, output);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
