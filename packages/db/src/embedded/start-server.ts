import { chownSync, closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type ConnectionDetails, writeConnectionDetails } from './connection-file.js';
import { explainServerOutput } from './file-errors.js';
import type { Installation } from './installation.js';
import { runProgram } from './run-program.js';

/** A killed server's last processes keep its shared memory for a moment; a port may be taken between choice and use. */
const passing = /pre-existing shared memory|lock file ".*" already exists|could not bind|Address already in use/i;
const attempts = 20;

/**
 * Starts the server on a free port of 127.0.0.1 and waits until it takes connections, crash recovery included.
 *
 * @throws CambiumError `give-up` with the end of the server's log.
 */
export async function startServer(
  installation: Installation,
  details: ConnectionDetails,
  settings: Readonly<Record<string, string>>,
): Promise<ConnectionDetails> {
  for (let attempt = 1; ; attempt++) {
    const started = { ...details, port: await freePort() };
    writeConnectionDetails(installation.dataDir, started);
    const logBefore = prepareLog(installation);
    const server = ['-l', installation.logFile, '-o', serverOptions(started.port, settings)];
    const args = ['-D', installation.clusterDir, '-w', '-t', '120', ...server, 'start'];
    const { ok, output } = await runProgram(installation, 'pg_ctl', args);
    if (ok) return started;
    const log = readFileSync(installation.logFile, 'utf8').slice(logBefore);
    if (attempt === attempts || !passing.test(log)) {
      throw explainServerOutput(installation.dataDir, `${log.slice(-1500)}${log === '' ? output : ''}`);
    }
    await delay(250);
  }
}

/** @throws Error when it is still running after a minute. */
export async function stopServer(installation: Installation): Promise<void> {
  const args = ['-D', installation.clusterDir, '-w', '-m', 'fast', 'stop'];
  const { ok, output } = await runProgram(installation, 'pg_ctl', args);
  if (!ok && !/PID file .* does not exist/.test(output)) throw new Error(`PostgreSQL did not stop: ${output.trim()}`);
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
