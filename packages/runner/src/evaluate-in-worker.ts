import type { Claim, EvaluateOptions, TrialOutcome } from '@cambium/core';
import { exitOutcome } from './exit-outcome.js';
import type { Answer, FromWorker } from './messages.js';
import type { WorkerProcess } from './worker-process.js';

export interface WorkerEvaluateOptions extends EvaluateOptions {
  readonly worker: WorkerProcess;
  /** How long the worker may go on after `signal` is aborted before it is killed. */
  readonly graceMs: number;
  /** What the process writes to stdout and stderr. */
  output(text: string): void;
}

/** An evaluator's `evaluate` in a worker process. The death of the process is an outcome too: it never rejects. */
export function evaluateInWorker(claim: Claim, options: WorkerEvaluateOptions): Promise<TrialOutcome> {
  const { worker, signal, graceMs, environment } = options;
  return new Promise((resolve) => {
    let killer: NodeJS.Timeout | undefined;
    const abort = () => {
      worker.send({ kind: 'abort' });
      killer = setTimeout(() => void worker.kill(), graceMs);
    };
    const end = (outcome: TrialOutcome) => {
      clearTimeout(killer);
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    worker.listen({
      onMessage: (message) => (message.kind === 'outcome' ? end(message.outcome) : serve(message, options)),
      onOutput: options.output,
      onExit: (exit) => end(exitOutcome(exit)),
    });
    worker.send({ kind: 'evaluate', claim, environment });
    // After `evaluate`: the worker has nothing to abort before.
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** Answers what the evaluator in the worker asks for. */
function serve(message: Exclude<FromWorker, { kind: 'outcome' }>, options: WorkerEvaluateOptions): void {
  const answer = (call: number, value: Promise<Answer>) =>
    void value.then(
      (result) => options.worker.send({ kind: 'answer', call, value: result }),
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        options.worker.send({ kind: 'refuse', call, message: reason });
      },
    );
  switch (message.kind) {
    case 'report':
      return answer(message.call, options.report(message.step, message.metrics));
    case 'save':
      return answer(message.call, options.saveArtifact({ ...message, kind: message.fileKind }));
    case 'load':
      return answer(message.call, options.loadArtifact(message.digest));
    case 'log':
      return options.log(message.line);
  }
}
