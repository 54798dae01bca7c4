import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@cambium/db';

/** A real PostgreSQL server in a temporary folder. */
export async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cambium-postgres-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  return {
    url: server.url('cambium'),
    async drop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
