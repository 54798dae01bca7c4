import type {
  ArtifactLink,
  ArtifactStore,
  Claim,
  Decision,
  TaskEnvironment,
  TrialOutcome,
  TrialSource,
} from '@cambium/core';
import { createAttemptLog } from './attempt-log.js';
import { exitFailure } from './exit-failure.js';
import type { Answer, FromWorker } from './messages.js';
import type { WorkerProcess } from './worker-process.js';

export interface AttemptOptions {
  readonly source: TrialSource;
  readonly artifacts: ArtifactStore;
  readonly environment: TaskEnvironment;
  readonly worker: WorkerProcess;
  /** Aborted when the runner shuts down: the trial is handed back. */
  readonly shutdown: AbortSignal;
  /** How long an aborted worker may take to stop before it is killed. */
  readonly graceMs: number;
}

/**
 * Runs one claimed trial in a worker process and tells its end to the source. While it runs, the lease is renewed and a
 * decision of the server reaches the worker at once. Resolves when the end is told; the worker may be dead by then.
 */
export async function runAttempt(claim: Claim, options: AttemptOptions): Promise<void> {
  const { source, worker, artifacts } = options;
  const log = createAttemptLog();
  const abort = abortion(options);
  let cancelled = false;

  const obey = (decision: Decision): Decision => {
    // A pruned trial learns it from the answer to its own report and ends in good order; a cancelled one is told at once.
    if (decision === 'cancel') {
      cancelled = true;
      abort.start();
    }
    return decision;
  };
  const heartbeat = setInterval(
    () => void source.heartbeat(claim).then(obey, () => {}),
    Math.max(200, claim.leaseMs / 6),
  );
  const timeout = claim.maxSeconds === null ? undefined : setTimeout(() => abort.expire(), claim.maxSeconds * 1000);
  const onShutdown = () => abort.start();
  options.shutdown.addEventListener('abort', onShutdown, { once: true });
  if (options.shutdown.aborted) onShutdown();

  const outcome = await new Promise<TrialOutcome>((resolve) => {
    const answer = (call: number, value: Promise<Answer>) =>
      void value.then(
        (result) => worker.send({ kind: 'answer', call, value: result }),
        (error: unknown) =>
          worker.send({ kind: 'refuse', call, message: error instanceof Error ? error.message : String(error) }),
      );
    const onMessage = (message: FromWorker) => {
      switch (message.kind) {
        case 'report':
          answer(message.call, source.report(claim, [{ step: message.step, metrics: message.metrics }]).then(obey));
          break;
        case 'save':
          answer(message.call, save(artifacts, { name: message.name, kind: message.fileKind, bytes: message.bytes }));
          break;
        case 'load':
          answer(message.call, artifacts.get(message.digest));
          break;
        case 'log':
          log.add(message.line);
          break;
        case 'outcome':
          resolve(message.outcome);
          break;
        case 'ready':
          break;
      }
    };
    worker.listen(onMessage, (exit) =>
      resolve({ kind: 'failed', failure: exitFailure(exit), retry: true, artifacts: [] }),
    );
    worker.send({ kind: 'evaluate', claim, environment: options.environment });
  });

  clearInterval(heartbeat);
  clearTimeout(timeout);
  abort.done();
  options.shutdown.removeEventListener('abort', onShutdown);
  const told = tellable(outcome, { cancelled, expired: abort.expired, shutDown: options.shutdown.aborted, claim });
  await source.finish(claim, await withLog(told, artifacts, log.bytes()));
}

/** What is told of an end that was forced from outside. */
function tellable(
  outcome: TrialOutcome,
  end: { cancelled: boolean; expired: boolean; shutDown: boolean; claim: Claim },
): TrialOutcome {
  if (outcome.kind === 'complete' || outcome.kind === 'stopped') return outcome;
  if (end.cancelled) return { kind: 'cancelled' };
  if (end.expired) {
    const message = `The trial took longer than budget.maxTrialSeconds (${end.claim.maxSeconds} s) and was ended.`;
    return { kind: 'failed', failure: { code: 'timeout', message }, retry: false, artifacts: [] };
  }
  return end.shutDown ? { kind: 'handed-back' } : outcome;
}

function abortion({ worker, graceMs }: AttemptOptions) {
  let killer: NodeJS.Timeout | undefined;
  const state = {
    expired: false,
    start() {
      worker.send({ kind: 'abort' });
      killer ??= setTimeout(() => worker.kill(), graceMs);
    },
    expire() {
      state.expired = true;
      state.start();
    },
    done() {
      clearTimeout(killer);
    },
  };
  return state;
}

async function save(
  artifacts: ArtifactStore,
  { name, kind, bytes }: { name: string; kind: ArtifactLink['kind']; bytes: Uint8Array },
): Promise<ArtifactLink> {
  return { name, kind, ...(await artifacts.put(bytes)) };
}

/** A log that can't be stored must not cost the result. */
async function withLog(outcome: TrialOutcome, artifacts: ArtifactStore, bytes: Uint8Array): Promise<TrialOutcome> {
  if (!('artifacts' in outcome) || bytes.length <= 1) return outcome;
  try {
    return {
      ...outcome,
      artifacts: [...outcome.artifacts, await save(artifacts, { name: 'log', kind: 'log', bytes })],
    };
  } catch {
    return outcome;
  }
}
