import { definePruner } from '@cambium/core';
import { reportedLoss } from '../../reports/reported-loss.js';
import { isAmongSmallest, judgeAtRung, type Rungs } from '../../reports/rung-rule.js';
import { rungSteps } from '../../reports/rung-steps.js';
import { ashaOptions } from './options.js';

/** Asynchronous successive halving (Li et al. 2020), the variant that stops trials instead of resuming promoted ones. */
export const asha = definePruner({
  name: 'asha',
  stateVersion: 1,
  summary: 'Stops all but the best third at every rung: the most trials for the time, when early curves tell.',
  options: ashaOptions,
  capabilities: { multiObjective: false },
  init: (): Rungs => ({ rungs: {} }),
  report(state, { options, objectives, maxStep }, report) {
    const loss = reportedLoss(report, objectives);
    const { minSteps: first, eta } = options;
    const steps = rungSteps({ first, eta, maxStep });
    return judgeAtRung(state, { ...report, loss }, { steps, eta, maxStep, hasPlace: isAmongSmallest });
  },
});
