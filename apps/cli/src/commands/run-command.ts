import type { Environment } from '../env.js';
import { readSpec } from '../read-spec.js';
import { printResult } from '../run/print-result.js';
import { progressView } from '../run/progress.js';
import { runInProcess } from '../run/run-in-process.js';
import { runOnPlatform } from '../run/run-on-platform.js';

/**
 * `cambium run`: a progress bar and a summary on a terminal, else (or with --json) one line of JSON. Exit code 1 when the
 * experiment failed.
 */
export async function runSpec(
  environment: Environment,
  file: string,
  options: { inProcess?: boolean; json?: boolean },
): Promise<void> {
  const spec = await readSpec(file);
  const view = progressView(process.stderr);
  const run = options.inProcess === true ? runInProcess : runOnPlatform;
  let metric = '';
  const result = await run(environment, {
    file,
    spec,
    onProgress: (progress) => {
      metric = progress.best?.metric ?? metric;
      view.show(progress);
    },
  }).finally(() => view.end());
  console.log(options.json === true || !process.stdout.isTTY ? JSON.stringify(result) : printResult(result, metric));
  process.exitCode = result.state === 'failed' ? 1 : 0;
}
