import { bestBetween, type Curve, withStep } from './curve.js';
import { newestTrials } from './newest-trials.js';
import { quantile } from './quantile.js';

/** Trial number → curve, of the newest trials. A type, not an interface: only then is it assignable to `Json`. */
export type Curves = {
  /** Trials that reported their last step. */
  readonly finished: Readonly<Record<string, Curve>>;
  readonly running: Readonly<Record<string, Curve>>;
};

export interface PercentileRule {
  /** In [0, 100]: so many per cent of the finished trials are good enough. */
  readonly percentile: number;
  /** Finished trials before anything is stopped. */
  readonly startupTrials: number;
  /** Nothing is stopped before this step. */
  readonly minSteps: number;
  readonly maxStep: number;
}

/**
 * A trial is stopped when its best loss so far is worse than the percentile, at this step, of the trials that ran to their
 * end (Optuna's form of Golovin et al. 2017, §3.2). A trial without a finite value so far is worse than any.
 */
export function judgeByPercentile(
  curves: Curves,
  { trial, step, loss }: { readonly trial: number; readonly step: number; readonly loss: number | null },
  { percentile, startupTrials, minSteps, maxStep }: PercentileRule,
): { readonly decision: 'continue' | 'stop'; readonly state: Curves } {
  const curve = withStep(curves.finished[trial] ?? curves.running[trial] ?? [], step, loss);
  const state = remember(curves, { trial, curve, ended: step >= maxStep });
  const others = Object.entries(curves.finished).filter(([number]) => number !== String(trial));
  if (step >= maxStep || step < minSteps || others.length < startupTrials) return { decision: 'continue', state };
  const there = others.map(([, other]) => other[step - 1] ?? null).filter((other) => other !== null);
  const bar = quantile(there, percentile / 100);
  const stop = bar !== undefined && bestBetween(curve, 0, step) > bar;
  return { decision: stop ? 'stop' : 'continue', state };
}

/** A retried trial that had reached its end stays among the finished ones, with its new values. */
function remember(
  { finished, running }: Curves,
  { trial, curve, ended }: { trial: number; curve: Curve; ended: boolean },
): Curves {
  if (!ended && finished[trial] === undefined) {
    return { finished, running: newestTrials({ ...running, [trial]: curve }) };
  }
  const { [trial]: _, ...others } = running;
  return { finished: newestTrials({ ...finished, [trial]: curve }), running: others };
}
