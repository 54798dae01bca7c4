import { Worker } from 'node:worker_threads';
import type { Job, JobResult } from './run-job.js';

type Answer =
  | { readonly kind: 'result'; readonly result: JobResult }
  | { readonly kind: 'failure'; readonly message: string };

/** Runs jobs on so many threads. Results are in the order of the jobs. @throws Error of the first job that fails. */
export async function runJobs(
  jobs: readonly Job[],
  { threads, onResult }: { threads: number; onResult(done: number): void },
): Promise<readonly JobResult[]> {
  const results = new Array<JobResult>(jobs.length);
  let next = 0;
  let done = 0;
  const workers = Array.from({ length: Math.min(threads, jobs.length) }, () => {
    return new Worker(new URL('worker.mjs', import.meta.url));
  });
  const serve = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let current = 0;
      const give = () => {
        if (next >= jobs.length) return resolve();
        current = next++;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(jobs[current]);
      };
      worker.on('error', reject);
      worker.on('message', (answer: Answer) => {
        if (answer.kind === 'failure') {
          const { problem, contestant, seed } = jobs[current] as Job;
          return reject(new Error(`${contestant} on ${problem}, seed ${seed}: ${answer.message}`));
        }
        results[current] = answer.result;
        onResult(++done);
        give();
      });
      give();
    });
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}
