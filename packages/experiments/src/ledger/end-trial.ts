import {
  densityMatchingMode,
  type EndedTrial,
  type ExperimentSpec,
  type FinishedState,
  finiteMetrics,
  hasOwnDesign,
  isForSearcher,
  type JsonObject,
  type Metrics,
  proxyMode,
  type RunningTrial,
  type TrialFailure,
  type WaitingTrial,
} from '@cambium/core';
import { measure } from '../scoring/objective-values.js';
import { rewardsOf } from '../scoring/reward.js';
import { violationOf } from '../scoring/violation.js';
import { countTrial } from './count-trial.js';
import { finishedTrial } from './finished-trial.js';
import { type AnswerChange, keepFront } from './keep-front.js';
import type { Ledger } from './ledger.js';
import { identityOf } from './trial-identity.js';

/** How a trial is to end. `complete` becomes `failed` when it did not measure what the search needs. */
export interface TrialEnding {
  readonly state: FinishedState;
  readonly metrics?: Metrics;
  readonly failure?: TrialFailure;
  /** Of a trial that takes a result over instead of running. */
  readonly lastStep?: number;
}

/**
 * The one function that ends trials, whatever the reason: finished, pruned, failed, lost, cancelled or infeasible.
 * Scores it, counts it, keeps the front, records the event, and leaves it for the searcher to be told.
 */
export async function endTrial(
  ledger: Ledger,
  trial: WaitingTrial | RunningTrial,
  ending: TrialEnding,
): Promise<EndedTrial> {
  const { tx, now } = ledger;
  const running = trial.state === 'running' ? trial : null;
  const measured = finiteMetrics({ ...trial.staticMetrics, ...running?.metrics, ...ending.metrics });
  const metrics = { ...measured, ...rewardsOf(measured, tx.experiment.spec.objectives) };
  const ended: EndedTrial = {
    ...identityOf(trial),
    ...score(trial, ending, { metrics, spec: tx.experiment.spec }),
    startedAt: running?.startedAt ?? null,
    finishedAt: now,
    metrics,
    lastStep: ending.lastStep ?? running?.lastStep ?? 0,
  };
  await tx.updateTrial(ended);
  await countTrial(ledger, ended, { from: trial.state, to: ended.state });
  const change = await keepFront(ledger, ended);
  await tx.append('trial.finished', { trialNumber: ended.number, at: now, payload: finishedPayload(ended, change) });
  if (isForSearcher(ended)) ledger.untold.push(finishedTrial(ended));
  ledger.wantsTrials = true;
  return ended;
}

/**
 * Modes of trials that owe the search no objectives: a retrained winner has learnt from the validation data too, what was
 * not trained has no accuracy, and a policy that another's network judged none of its own. Nor do trials that stand for no
 * design.
 */
const owingNothing: ReadonlySet<string> = new Set(['final', proxyMode, densityMatchingMode]);

type Score = Pick<EndedTrial, 'state' | 'values' | 'violation' | 'failure'>;

function score(
  trial: WaitingTrial | RunningTrial,
  ending: TrialEnding,
  { metrics, spec }: { readonly metrics: Metrics; readonly spec: ExperimentSpec },
): Score {
  const objectives = measure(
    metrics,
    spec.objectives.map(({ metric }) => metric),
  );
  const constrained = measure(
    metrics,
    spec.constraints.map(({ metric }) => metric),
  );
  const violation = violationOf(metrics, spec.constraints);
  const failure = ending.failure ?? null;
  const owes = ending.state === 'complete' && hasOwnDesign(trial) && !owingNothing.has(trial.mode ?? '');
  const broken = [objectives, constrained].find((measured) => measured.kind === 'unmeasured');
  if (owes && broken?.kind === 'unmeasured') {
    return { state: 'failed', values: null, violation, failure: broken.failure };
  }
  const values = objectives.kind === 'measured' ? objectives.values : null;
  return { state: ending.state, values, violation, failure };
}

function finishedPayload(
  { state, values, metrics, mode, failure }: EndedTrial,
  { best, front }: AnswerChange,
): JsonObject {
  return {
    state,
    values,
    metrics,
    mode,
    best,
    front: front === null ? null : { left: front },
    failure: failure === null ? null : { code: failure.code, message: failure.message },
  };
}
