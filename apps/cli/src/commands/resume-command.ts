import type { Environment } from '../env.js';
import { expectId } from '../expect-id.js';
import { resumeExperiment } from '../run/begin-experiment.js';
import { runOnPlatform } from '../run/run-on-platform.js';
import { showRun } from '../run/show-run.js';

/** `cambium resume`: goes on with an experiment that was interrupted or paused. */
export async function runResume(environment: Environment, id: string, { json = false }: { json?: boolean }) {
  expectId(id);
  await showRun((request) => runOnPlatform(environment, (client) => resumeExperiment(client, id), request), { json });
}
