import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';

/** Losing test data with the machine is fine, so nothing waits for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * One server for all test files of a run, whichever process they run in: the first one starts it, the last one to leave
 * stops it. One that was killed does not keep the server up.
 */
export function joinSharedServer(options: { binDir?: string }): Promise<EmbeddedPostgres> {
  const folder = path.join(os.tmpdir(), `cambium-test-database-${os.userInfo().username}`);
  const dataDir = options.binDir === undefined ? folder : `${folder}-${options.binDir.replaceAll(/\W+/g, '-')}`;
  mkdirSync(dataDir, { recursive: true });
  return startEmbeddedPostgres({ dataDir, settings, ...options });
}
