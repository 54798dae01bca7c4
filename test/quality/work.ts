import { parentPort } from 'node:worker_threads';
import { type Job, runJob } from './run-job.js';

/** A thread, not a window: there is no origin to name. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const answer = (message: object) => parentPort?.postMessage(message);

parentPort?.on('message', (job: Job) => {
  runJob(job).then(
    (result) => answer({ kind: 'result', result }),
    (error: unknown) => answer({ kind: 'failure', message: error instanceof Error ? error.message : String(error) }),
  );
});
