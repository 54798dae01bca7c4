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
import { evaluateInWorker } from './evaluate-in-worker.js';
import { leavesProcessSound } from './leaves-process-sound.js';
import { startLongTimeout } from './long-timeout.js';
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
  /** The runner's own log. */
  readonly log: (text: string) => void;
}

/** Why an attempt is ended from outside; where several do, the first of this list is told. */
type Interruption = 'cancel' | 'timeout' | 'shutdown';

/**
 * Runs one claimed trial in a worker process and tells its end to the source. While it runs, the lease is renewed and a
 * decision of the server reaches the worker at once. Resolves when the end is told; the worker may be dead by then.
 */
export async function runAttempt(claim: Claim, options: AttemptOptions): Promise<void> {
  const { source, artifacts, worker, shutdown } = options;
  const log = createAttemptLog();
  const abort = new AbortController();
  const interruptions = new Set<Interruption>();
  const interrupt = (why: Interruption) => {
    interruptions.add(why);
    abort.abort();
  };
  // A pruned trial learns it from the answer to its own report and ends in good order; a cancelled one is told at once.
  const obey = (decision: Decision): Decision => {
    if (decision === 'cancel') interrupt('cancel');
    return decision;
  };
  const onShutdown = () => interrupt('shutdown');
  const heartbeat = setInterval(
    () => void source.heartbeat(claim).then(obey, () => {}),
    Math.max(200, claim.leaseMs / 6),
  );
  const cancelTimeout =
    claim.maxSeconds === null ? () => {} : startLongTimeout(claim.maxSeconds * 1000, () => interrupt('timeout'));
  shutdown.addEventListener('abort', onShutdown, { once: true });
  try {
    const outcome = await evaluateInWorker(claim, {
      worker,
      signal: abort.signal,
      graceMs: options.graceMs,
      environment: options.environment,
      report: async (step, metrics) => obey(await source.report(claim, [{ step, metrics }])),
      log: (line) => log.add(line),
      output: options.log,
      saveArtifact: (file) => save(artifacts, file),
      loadArtifact: (digest) => artifacts.get(digest),
    });
    cancelTimeout();
    shutdown.removeEventListener('abort', onShutdown);
    if (!leavesProcessSound(outcome)) void worker.kill();
    const told = tellable(outcome, interruptions, claim);
    // The lease is still renewed: an API that is away for a minute at this moment must not cost the result.
    await source.finish(claim, await withLog(told, log.bytes(), options));
  } finally {
    clearInterval(heartbeat);
  }
}

/** What is told of an end that was forced from outside. */
function tellable(outcome: TrialOutcome, interruptions: ReadonlySet<Interruption>, claim: Claim): TrialOutcome {
  if (outcome.kind === 'complete' || outcome.kind === 'stopped') return outcome;
  if (interruptions.has('cancel')) return { kind: 'cancelled' };
  if (interruptions.has('timeout')) {
    const message = `The trial took longer than budget.maxTrialSeconds (${claim.maxSeconds} s) and was ended.`;
    return { kind: 'failed', failure: { code: 'timeout', message }, retry: false, artifacts: [] };
  }
  return interruptions.has('shutdown') ? { kind: 'handed-back' } : outcome;
}

async function save(
  artifacts: ArtifactStore,
  { name, kind, bytes }: { name: string; kind: ArtifactLink['kind']; bytes: Uint8Array },
): Promise<ArtifactLink> {
  return { name, kind, ...(await artifacts.put(bytes)) };
}

/** A log that can't be stored must not cost the result, nor be lost: the runner's own log gets it. */
async function withLog(
  outcome: TrialOutcome,
  bytes: Uint8Array,
  { artifacts, log }: AttemptOptions,
): Promise<TrialOutcome> {
  if (!('artifacts' in outcome) || bytes.length <= 1) return outcome;
  try {
    const link = await save(artifacts, { name: 'log', kind: 'log', bytes });
    return { ...outcome, artifacts: [...outcome.artifacts, link] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log(`its log could not be stored: ${reason}. It said:\n${new TextDecoder().decode(bytes)}`);
    return outcome;
  }
}
