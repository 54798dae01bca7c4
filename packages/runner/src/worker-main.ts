/**
 * The process that evaluates trials, one after the other. It talks to its runner only, knows no token and no address,
 * and ends when the runner is gone.
 */
import { type ArtifactLink, CambiumError, type Decision, type TrialOutcome } from '@cambium/core';
import { taskEvaluators } from '@cambium/tasks';
import type { Answer, FromWorker, ToWorker } from './messages.js';

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
    return await taskEvaluators.get(claim.task.name).evaluate(claim, {
      signal: running.signal,
      environment,
      report: (step, metrics) => call<Decision>((id) => ({ kind: 'report', call: id, step, metrics })),
      log: (line) => send({ kind: 'log', line }),
      saveArtifact: ({ name, kind, bytes }) =>
        call<ArtifactLink>((id) => ({ kind: 'save', call: id, name, fileKind: kind, bytes })),
      loadArtifact: (digest) => call<Uint8Array>((id) => ({ kind: 'load', call: id, digest })),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const stderr = error instanceof Error ? (error.stack ?? message) : message;
    // A bad input is as bad the next time; anything else may be the machine's fault.
    const retry = !(error instanceof CambiumError && error.code !== 'retry');
    return { kind: 'failed', failure: { code: retry ? 'error' : 'bad-input', message, stderr }, retry, artifacts: [] };
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
send({ kind: 'ready' });
