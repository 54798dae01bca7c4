import { openDatabase } from '@cambium/db';
import { databaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';
import { localExperiments } from '../local-experiments.js';

/** `cambium replay`: JSON with the suggestions compared and those that came out differently. Exit code 1 when any did. */
export async function runReplay(environment: Environment, id: string): Promise<void> {
  const address = await databaseAddress(environment);
  const database = await openDatabase({ url: address.url });
  try {
    await database.migrate();
    const service = localExperiments(database.experiments, { dataDir: environment.dataDir, leaseMs: 30_000 });
    const { suggestions, mismatches } = await service.replay(id);
    console.log(JSON.stringify({ suggestions, mismatches }));
    process.exitCode = mismatches.length === 0 ? 0 : 1;
  } finally {
    await database.close();
    await address.stop();
  }
}
