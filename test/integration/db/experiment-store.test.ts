import { existsSync } from 'node:fs';
import { openDatabase } from '@cambium/db';
import { withTestDatabase } from '@cambium/db/testing';
import { describeExperimentStore } from '@cambium/testkit';

/** The bundled PostgreSQL, and the oldest supported one where Debian 12 has installed it. */
const servers: readonly { name: string; binDir?: string }[] = [
  { name: 'bundled PostgreSQL' },
  { name: 'PostgreSQL 15', binDir: '/usr/lib/postgresql/15/bin' },
];

for (const { name, binDir } of servers) {
  if (binDir !== undefined && !existsSync(binDir)) {
    console.warn(`skipped: the experiment store on ${name}, which is not installed in ${binDir}`);
    continue;
  }
  describeExperimentStore(name, async () => {
    const testDatabase = await withTestDatabase(binDir === undefined ? {} : { binDir });
    const database = await openDatabase({ url: testDatabase.url });
    const owner = await database.identity.localOwner(1);
    return {
      store: database.experiments,
      workspaceId: owner.workspaceId,
      passTime: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      async close() {
        await database.close();
        await testDatabase.close();
      },
    };
  });
}
