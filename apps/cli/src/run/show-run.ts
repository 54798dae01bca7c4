import { watchInterruption } from '../interruption.js';
import { printResult } from './print-result.js';
import { progressView } from './progress.js';
import type { RunRequest } from './run-request.js';
import type { RunResult } from './run-result.js';

/**
 * Shows a run and its result: a progress bar (on stderr) and a summary on a terminal; the result as one line of JSON
 * elsewhere, or with `json`. Exit code 1 when the experiment failed; 128 + the signal's number when a signal ended it.
 */
export async function showRun(
  run: (request: RunRequest) => Promise<RunResult>,
  { json }: { json: boolean },
): Promise<void> {
  const interruption = watchInterruption();
  const view = progressView(process.stderr);
  let objectives: readonly string[] = [];
  const result = await run({
    interruption,
    notice(line) {
      view.end();
      console.error(line);
    },
    onProgress(progress) {
      ({ objectives } = progress);
      view.show(progress);
    },
  }).finally(() => view.end());
  console.log(json || !process.stdout.isTTY ? JSON.stringify(result) : printResult(result, objectives));
  if (result.state === 'failed') process.exitCode = 1;
  else if (result.state !== 'complete' && interruption.signal.aborted) process.exitCode = interruption.exitCode();
}
