import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { prepareInstallation } from '../embedded/installation.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { withStartLock } from '../embedded/start-lock.js';
import { stopServer } from '../embedded/start-server.js';

const userApplication = 'cambium-test-file';

/** Losing test data with the machine is fine, so nothing waits for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export interface SharedServer {
  readonly url: EmbeddedPostgres['url'];
  /** Stops the server when no other test file uses it. */
  leave(): Promise<void>;
}

/**
 * One server for all test files of a run, whichever process they run in: the first one starts it, the last one to leave
 * stops it. A file counts as long as its connection lives, so one that was killed does not keep the server up.
 */
export async function joinSharedServer(options: { binDir?: string }): Promise<SharedServer> {
  const folder = path.join(os.tmpdir(), `cambium-test-postgres-${os.userInfo().username}`);
  const dataDir = options.binDir === undefined ? folder : `${folder}-${options.binDir.replaceAll(/\W+/g, '-')}`;
  mkdirSync(dataDir, { recursive: true });
  const installation = prepareInstallation({ dataDir, ...options });
  for (;;) {
    const server = await startEmbeddedPostgres({ dataDir, settings, ...options });
    const presence = new Client({ connectionString: server.url('postgres'), application_name: userApplication });
    presence.on('error', () => {});
    try {
      await presence.connect();
    } catch {
      // The last file of another run stopped it in between.
      continue;
    }
    return {
      url: server.url,
      leave: () =>
        withStartLock(installation.dataDir, async () => {
          const others = await presence.query<{ count: number }>(
            `select count(*)::int as count from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
            [userApplication],
          );
          await presence.end();
          if (others.rows[0]?.count === 0) await stopServer(installation);
        }),
    };
  }
}
