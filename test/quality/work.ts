import { parentPort } from 'node:worker_threads';
import { type Job, runJob } from './run-job.js';

parentPort?.on('message', (job: Job) => {
  runJob(job).then(
    (result) => parentPort?.postMessage({ kind: 'result', result }),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ kind: 'failure', message });
    },
  );
});
