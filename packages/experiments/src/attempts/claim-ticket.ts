import {
  type AugmentationPolicy,
  type Claim,
  isEnded,
  isOfSearch,
  type JsonObject,
  pointWithPolicy,
  type QueueTicket,
  type RunnerDescription,
  type RunningTrial,
  spaceOfTrial,
} from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { replayedPolicy } from '../history/scheduled-policy.js';
import { countTrial } from '../ledger/count-trial.js';
import { isOutOfDeviceTime } from '../ledger/device-time.js';
import type { Ledger } from '../ledger/ledger.js';
import { untrainedMetricOf } from '../pruning/pruner-run.js';
import { parseWith } from '../spec/schema-issues.js';

/** The ledger's row decides, not the ticket: null when there is nothing to run. The ticket is used up either way. */
export async function claimTicket(
  { newId, times, searchers, pruners }: Pick<Dependencies, 'newId' | 'times' | 'searchers' | 'pruners'>,
  ledger: Ledger,
  { ticket, runner }: { readonly ticket: QueueTicket; readonly runner: RunnerDescription },
): Promise<Claim | null> {
  const { tx, now } = ledger;
  await tx.dequeue(ticket);
  const trial = await tx.trial(ticket.trialId);
  if (trial === undefined || isEnded(trial) || trial.state !== 'waiting') return null;
  if (tx.experiment.state !== 'running') return null;
  if (isOfSearch(trial) && (await isOutOfDeviceTime(ledger))) {
    ledger.wantsTrials = true;
    return null;
  }
  const attemptId = newId();
  const epoch = trial.epoch + 1;
  const running: RunningTrial = {
    ...trial,
    state: 'running',
    epoch,
    attemptId,
    startedAt: now,
    metrics: {},
    lastStep: 0,
  };
  const device = deviceOf(runner);
  await tx.updateTrial(running);
  await countTrial(ledger, running, { from: 'waiting', to: 'running' });
  await tx.insertAttempt({
    id: attemptId,
    experimentId: tx.experiment.id,
    trialId: trial.id,
    epoch,
    runnerId: runner.id,
    runnerName: runner.name,
    device,
    state: 'running',
    leaseExpiresAt: now + times.leaseMs,
    startedAt: now,
    endedAt: null,
    failure: null,
  });
  const payload = { attemptId, epoch, runnerId: runner.id, runnerName: runner.name, device };
  await tx.append('trial.running', { trialNumber: trial.number, at: now, payload });
  const policy = await replayedPolicy(running, tx.experiment, (number) => tx.trialByNumber(number));
  return claimOf(ledger, running, { leaseMs: times.leaseMs, searchers, pruners, policy });
}

interface ClaimParts extends Pick<Dependencies, 'searchers' | 'pruners'> {
  readonly leaseMs: number;
  /** In place of what the params say. */
  readonly policy: AugmentationPolicy | undefined;
}

function claimOf({ tx }: Ledger, trial: RunningTrial, { leaseMs, searchers, pruners, policy }: ClaimParts): Claim {
  const { spec, context } = tx.experiment;
  const point = { params: trial.params, space: spaceOfTrial(spec, trial) };
  return {
    experimentId: trial.experimentId,
    trialId: trial.id,
    attemptId: trial.attemptId,
    epoch: trial.epoch,
    number: trial.number,
    fidelity: trial.fidelity,
    // Evaluated as the trial that it repeats, or that it would be with another policy, but with randomness of its own.
    mode: trial.mode === 'repeat' || trial.mode === 'baseline' ? null : trial.mode,
    resumeFrom: trial.resumeFrom,
    task: spec.task,
    ...(policy === undefined ? point : pointWithPolicy(point.space, point.params, policy)),
    objectives: spec.objectives,
    searcher: completed(spec.searcher, searchers),
    constraints: spec.constraints,
    // What goes on from another trial was judged with that one.
    untrainedMetric: trial.mode === null && trial.resumeFrom === null ? untrainedMetricOf(pruners, spec) : null,
    context,
    seed: spec.seed,
    maxSeconds: spec.budget.maxTrialSeconds ?? null,
    leaseMs,
  };
}

/**
 * With the options that the searcher has got since the experiment was created, at their defaults: a task that needs them
 * goes on with old experiments. What is not valid any more stays as it is; the next ask says what is wrong with it.
 */
function completed(searcher: Claim['searcher'], searchers: Dependencies['searchers']): Claim['searcher'] {
  const definition = searchers.find(searcher.name);
  if (definition === undefined) return searcher;
  const options = parseWith(definition.options, searcher.options);
  return options.kind === 'parsed' ? { ...searcher, options: options.data as JsonObject } : searcher;
}

/** Which slot takes the trial is the runner's business; with slots of one kind it is known all the same. */
function deviceOf({ slots }: RunnerDescription): string | null {
  const kinds = new Set(slots.map((slot) => slot.kind));
  return kinds.size === 1 ? (slots[0]?.kind ?? null) : null;
}
