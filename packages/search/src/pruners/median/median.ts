import { definePruner } from '@cambium/core';
import { bestUntil, type Curve, median as middle, newest, withStep } from './curves.js';
import { medianOptions } from './options.js';

/** Trial number → curve. A type, not an interface: only then is it assignable to `Json`. */
type MedianState = {
  /** Trials that reported their last step. */
  readonly finished: Readonly<Record<string, Curve>>;
  readonly running: Readonly<Record<string, Curve>>;
};

/** Curves of this many newest trials are kept, finished and unfinished each: enough for a median, and no more JSON. */
const remembered = 256;

/**
 * The median stopping rule (Golovin et al. 2017, §3.2, in Optuna's form): a trial is stopped when its best value so far
 * is worse than the median, at this step, of the trials that ran to their end. A trial without a finite value so far is
 * worse than any.
 */
export const median = definePruner({
  name: 'median',
  stateVersion: 1,
  summary: 'Stops trials that are worse than the median of finished ones at the same step: careful, needs no tuning.',
  options: medianOptions,
  capabilities: { multiObjective: false },
  init: (): MedianState => ({ finished: {}, running: {} }),
  report(state, { options, objectives, maxStep }, { trial, step, values }) {
    const value = values[0] ?? Number.NaN;
    const loss = Number.isFinite(value) ? (objectives[0]?.direction === 'maximize' ? -value : value) : null;
    const curve = withStep(state.finished[trial] ?? state.running[trial] ?? [], step, loss);
    const next = remember(state, { trial, curve, ended: step >= maxStep });

    const others = Object.entries(state.finished).filter(([number]) => number !== String(trial));
    if (step >= maxStep || step < options.minSteps || others.length < options.startupTrials) {
      return { decision: 'continue', state: next };
    }
    const there = others.map(([, other]) => other[step - 1] ?? null).filter((other) => other !== null);
    const bar = middle(there);
    const stop = bar !== undefined && bestUntil(curve, step) > bar;
    return { decision: stop ? 'stop' : 'continue', state: next };
  },
});

/** A retried trial that had reached its end stays among the finished ones, with its new values. */
function remember(
  { finished, running }: MedianState,
  { trial, curve, ended }: { trial: number; curve: Curve; ended: boolean },
): MedianState {
  if (!ended && finished[trial] === undefined) {
    return { finished, running: newest({ ...running, [trial]: curve }, remembered) };
  }
  const { [trial]: _, ...others } = running;
  return { finished: newest({ ...finished, [trial]: curve }, remembered), running: others };
}
