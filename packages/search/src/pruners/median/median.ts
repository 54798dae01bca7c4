import { definePruner } from '@cambium/core';
import { type Curves, judgeByPercentile } from '../../reports/percentile-rule.js';
import { reportedLoss } from '../../reports/reported-loss.js';
import { medianOptions } from './options.js';

/** The median stopping rule (Golovin et al. 2017, §3.2, in Optuna's form). */
export const median = definePruner({
  name: 'median',
  stateVersion: 1,
  summary: 'Stops trials that are worse than the median of finished ones at the same step: careful, needs no tuning.',
  options: medianOptions,
  capabilities: { multiObjective: false },
  init: (): Curves => ({ finished: {}, running: {} }),
  report(state, { options, objectives, maxStep }, report) {
    const loss = reportedLoss(report, objectives);
    return judgeByPercentile(state, { ...report, loss }, { ...options, percentile: 50, maxStep });
  },
});
