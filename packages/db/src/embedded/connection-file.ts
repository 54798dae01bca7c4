import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How to reach the server of a data folder. Kept in `connection.json`, readable by its owner alone. */
export interface ConnectionDetails {
  readonly user: string;
  readonly password: string;
  /** Absent until the first start. */
  readonly port?: number;
}

/** Of a server that has been started. */
export interface ServerAddress extends ConnectionDetails {
  readonly port: number;
}

export function newConnectionDetails(): ConnectionDetails {
  return { user: 'cambium', password: randomBytes(18).toString('base64url') };
}

/** Undefined when the folder has never been set up. */
export function readConnectionDetails(dataDir: string): ConnectionDetails | undefined {
  const file = connectionFile(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConnectionDetails) : undefined;
}

/** Replaces the file in one step: a crash leaves the old one or the new one. */
export function writeConnectionDetails(dataDir: string, details: ConnectionDetails): void {
  const file = connectionFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(details), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function connectionUrl(details: ServerAddress, database: string): string {
  return `postgres://${details.user}:${details.password}@127.0.0.1:${details.port}/${encodeURIComponent(database)}`;
}

function connectionFile(dataDir: string): string {
  return path.join(dataDir, 'connection.json');
}
