import { chownSync, closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type ConnectionDetails, type ServerAddress, writeConnectionDetails } from './connection-file.js';
import { explainFileError, explainServerOutput } from './file-errors.js';
import { freePort, isFree } from './free-port.js';
import type { Installation } from './installation.js';
import { type ProgramResult, runProgram } from './run-program.js';

/** A killed server's last processes keep its shared memory for a moment; a port may be taken between choice and use. */
const passing = /pre-existing shared memory|lock file ".*" already exists|could not bind|Address already in use/i;
const attempts = 20;

export interface StartServerOptions {
  /** Server settings by their names in `postgresql.conf`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Only on the port that it had: others hold connection strings. Else there if it is free, and anywhere if it is not. */
  readonly samePort: boolean;
}

/**
 * Starts the server on 127.0.0.1 and waits until it takes connections, crash recovery included.
 *
 * @throws CambiumError `give-up` with what the server's log says.
 */
export async function startServer(
  installation: Installation,
  details: ConnectionDetails,
  { settings, samePort }: StartServerOptions,
): Promise<ServerAddress> {
  for (let attempt = 1; ; attempt++) {
    const address = { ...details, port: await choosePort(details.port, samePort) };
    const { ok, output } = await tryStart(installation, address, settings);
    if (ok) return address;
    if (attempt === attempts || !passing.test(output)) throw explainServerOutput(installation.dataDir, output);
    await delay(250);
  }
}

async function choosePort(last: number | undefined, samePort: boolean): Promise<number> {
  return last !== undefined && (samePort || (await isFree(last))) ? last : freePort();
}

/** `output`: what the server wrote into its log, or pg_ctl when it wrote nothing. */
async function tryStart(
  installation: Installation,
  address: ServerAddress,
  settings: StartServerOptions['settings'],
): Promise<ProgramResult> {
  try {
    writeConnectionDetails(installation.dataDir, address);
    const logBefore = prepareLog(installation);
    const server = ['-l', installation.logFile, '-o', serverOptions(address.port, settings)];
    const args = ['-D', installation.clusterDir, '-w', '-t', '120', ...server, 'start'];
    const { ok, output } = await runProgram(installation, 'pg_ctl', args);
    const log = readFileSync(installation.logFile, 'utf8').slice(logBefore);
    return { ok, output: log === '' ? output : log };
  } catch (cause) {
    throw explainFileError(installation.dataDir, cause);
  }
}

/** In good order, or, where that takes too long, at once: nothing acknowledged is lost. @throws Error when neither works. */
export async function stopServer(installation: Installation): Promise<void> {
  let last = '';
  for (const mode of ['fast', 'immediate']) {
    const args = ['-D', installation.clusterDir, '-w', '-t', '30', '-m', mode, 'stop'];
    const { ok, output } = await runProgram(installation, 'pg_ctl', args);
    if (ok || /PID file .* does not exist/.test(output)) return;
    last = output.trim();
  }
  throw new Error(`PostgreSQL did not stop: ${last}`);
}

function serverOptions(port: number, settings: Readonly<Record<string, string>>): string {
  const all = { max_connections: '100', timezone: 'UTC', log_timezone: 'UTC', ...settings };
  const pairs = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  return [`-p ${port}`, '-c listen_addresses=127.0.0.1', "-c unix_socket_directories=''", ...pairs].join(' ');
}

/** The log must belong to the server's account; returns its length so far. */
function prepareLog({ logFile, account }: Installation): number {
  closeSync(openSync(logFile, 'a', 0o600));
  if (account.ids !== undefined) chownSync(logFile, account.ids.uid, account.ids.gid);
  return readFileSync(logFile, 'utf8').length;
}
