import { withDatabase } from '../database-address.js';
import type { Environment } from '../env.js';
import { expectId } from '../expect-id.js';
import { localExperiments } from '../local-experiments.js';

/** `cambium replay`: JSON with the suggestions compared and those that came out differently. Exit code 1 when any did. */
export async function runReplay(environment: Environment, id: string): Promise<void> {
  expectId(id);
  await withDatabase(environment, async ({ experiments }) => {
    const service = localExperiments(experiments, { dataDir: environment.dataDir, leaseMs: 30_000 });
    const { suggestions, mismatches } = await service.replay(id);
    console.log(JSON.stringify({ suggestions, mismatches }));
    process.exitCode = mismatches.length === 0 ? 0 : 1;
  });
}
