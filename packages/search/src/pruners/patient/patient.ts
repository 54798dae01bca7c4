import { definePruner, type Json, type PrunerContext, type PrunerDefinition } from '@cambium/core';
import { bestBetween, type Curve, withStep } from '../../reports/curve.js';
import { newestTrials } from '../../reports/newest-trials.js';
import { reportedLoss } from '../../reports/reported-loss.js';
import { asha } from '../asha/asha.js';
import { median } from '../median/median.js';
import { percentile } from '../percentile/percentile.js';
import { type PatientOptions, patientOptions } from './options.js';

/** A type, not an interface: only then is it assignable to `Json`. */
type PatientState = {
  /** Trial number → curve, of the newest trials. */
  readonly curves: Readonly<Record<string, Curve>>;
  /** Of the other pruner. */
  readonly inner: Json;
};

const pruners: Readonly<Record<string, PrunerDefinition | undefined>> = { asha, median, percentile };

/**
 * A trial is stopped when its last `patience` steps brought nothing better, by more than `minDelta`, than all before, and
 * another pruner would stop it as well. That one sees every report.
 */
export const patient = definePruner<PatientOptions, PatientState>({
  name: 'patient',
  stateVersion: 1,
  summary: 'Lets a trial be stopped only once it has ceased to improve: for curves that start late or jump.',
  options: patientOptions,
  capabilities: { multiObjective: false },
  init: (context) => ({ curves: {}, inner: innerPruner(context)?.init() ?? null }),
  report(state, context, report) {
    const { trial, step } = report;
    const curve = withStep(state.curves[trial] ?? [], step, reportedLoss(report, context.objectives));
    const judged = innerPruner(context)?.report(state.inner, report);
    const next = { curves: newestTrials<Curve>({ ...state.curves, [trial]: curve }), inner: judged?.state ?? null };
    const stop = step < context.maxStep && hasCeased(curve, step, context.options) && judged?.decision !== 'continue';
    return { decision: stop ? 'stop' : 'continue', state: next };
  },
});

/** Without any finite value so far there is nothing to hope for either. */
function hasCeased(curve: Curve, step: number, { patience, minDelta }: PatientOptions): boolean {
  if (step <= patience) return false;
  const before = bestBetween(curve, 0, step - patience);
  return !(bestBetween(curve, step - patience, step) < before - minDelta);
}

/** The other pruner with its options bound; undefined for none. */
function innerPruner({ options, ...context }: PrunerContext<PatientOptions>) {
  const pruner = pruners[options.pruner.name];
  if (pruner === undefined || options.pruner.name === 'none') return undefined;
  const bound = { ...context, options: options.pruner.options };
  return {
    init: () => pruner.init(bound),
    report: (state: Json, report: Parameters<typeof pruner.report>[2]) => pruner.report(state, bound, report),
  };
}
