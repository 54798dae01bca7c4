import type { ArtifactLink, Decision, Evaluator, TrialOutcome } from '@cambium/core';
import { errorOutcome } from './error-outcome.js';
import type { Answer, FromWorker, ToWorker } from './messages.js';

/** Finds what evaluates a task. @throws CambiumError `fix-input` for a task that this runner does not have. */
export interface Evaluators {
  get(task: string): Evaluator | Promise<Evaluator>;
}

/**
 * Makes this process a runner's worker: it evaluates trials, one after the other. It talks to its runner only, knows no
 * token and no address, and ends when the runner is gone.
 */
export function serveTrials(evaluators: Evaluators): void {
  const calls = new Map<number, { resolve(value: Answer): void; reject(error: Error): void }>();
  let nextCall = 1;
  let running: AbortController | undefined;

  const send = (message: FromWorker) => process.send?.(message);

  function call<T extends Answer>(build: (call: number) => FromWorker): Promise<T> {
    const id = nextCall++;
    return new Promise<T>((resolve, reject) => {
      calls.set(id, { resolve: resolve as (value: Answer) => void, reject });
      send(build(id));
    });
  }

  async function evaluate({ claim, environment }: Extract<ToWorker, { kind: 'evaluate' }>): Promise<TrialOutcome> {
    running = new AbortController();
    try {
      const evaluator = await evaluators.get(claim.task.name);
      return await evaluator.evaluate(claim, {
        signal: running.signal,
        environment,
        report: (step, metrics) => call<Decision>((id) => ({ kind: 'report', call: id, step, metrics })),
        log: (line) => send({ kind: 'log', line }),
        saveArtifact: ({ name, kind, bytes }) =>
          call<ArtifactLink>((id) => ({ kind: 'save', call: id, name, fileKind: kind, bytes })),
        loadArtifact: (digest) => call<Uint8Array>((id) => ({ kind: 'load', call: id, digest })),
      });
    } catch (error) {
      return errorOutcome(error);
    } finally {
      running = undefined;
    }
  }

  process.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'evaluate':
        void evaluate(message).then((outcome) => send({ kind: 'outcome', outcome }));
        break;
      case 'abort':
        running?.abort();
        break;
      case 'answer':
        calls.get(message.call)?.resolve(message.value);
        calls.delete(message.call);
        break;
      case 'refuse':
        calls.get(message.call)?.reject(new Error(message.message));
        calls.delete(message.call);
        break;
    }
  });
  process.on('disconnect', () => process.exit(0));
  // The runner decides when to end: a Ctrl-C in the terminal reaches this process too.
  process.on('SIGINT', () => {});
}
