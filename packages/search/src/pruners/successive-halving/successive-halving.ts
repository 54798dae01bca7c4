import { definePruner } from '@cambium/core';
import { reportedLoss } from '../../reports/reported-loss.js';
import { isAmongSmallest, judgeAtRung, type Rungs } from '../../reports/rung-rule.js';
import { rungSteps } from '../../reports/rung-steps.js';
import { type SuccessiveHalvingOptions, successiveHalvingOptions } from './options.js';

/**
 * Successive halving (Jamieson and Talwalkar 2016) as Optuna's pruner: the rule of `asha`, in the parameters of Li et al.
 * (2020), r, η and s, with r from the length of a trial when it is not given.
 */
export const successiveHalving = definePruner({
  name: 'successive-halving',
  stateVersion: 1,
  summary:
    'Keeps the best quarter at rungs four times as far apart, the first at a hundredth of the steps: for long trials.',
  options: successiveHalvingOptions,
  capabilities: { multiObjective: false },
  init: (): Rungs => ({ rungs: {} }),
  report(state, { options, objectives, maxStep }, report) {
    const loss = reportedLoss(report, objectives);
    const { eta } = options;
    const steps = rungSteps({ first: firstRung(options, maxStep), eta, maxStep });
    return judgeAtRung(state, { ...report, loss }, { steps, eta, maxStep, hasPlace: isAmongSmallest });
  },
});

/** r·η^s. */
function firstRung({ minSteps, eta, earlyStoppingRate }: SuccessiveHalvingOptions, maxStep: number): number {
  const least = minSteps ?? Math.max(1, Math.floor(maxStep / 100));
  return least * eta ** earlyStoppingRate;
}
