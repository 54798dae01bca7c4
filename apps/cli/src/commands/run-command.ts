import type { Environment } from '../env.js';
import { readSpec } from '../read-spec.js';
import { createExperiment } from '../run/begin-experiment.js';
import { runInProcess } from '../run/run-in-process.js';
import { runOnPlatform } from '../run/run-on-platform.js';
import { showRun } from '../run/show-run.js';

/** `cambium run`. */
export async function runSpec(
  environment: Environment,
  file: string,
  { inProcess = false, json = false }: { inProcess?: boolean; json?: boolean },
): Promise<void> {
  const specFile = { file, spec: await readSpec(file) };
  await showRun(
    (request) =>
      inProcess
        ? runInProcess(environment, specFile, request)
        : runOnPlatform(environment, (client) => createExperiment(client, specFile), request),
    { json },
  );
}
