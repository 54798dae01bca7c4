import { definePruner } from '@cambium/core';
import { type Curves, judgeByPercentile } from '../../reports/percentile-rule.js';
import { reportedLoss } from '../../reports/reported-loss.js';
import { percentileOptions } from './options.js';

/** The median rule with another bar: 25 keeps what would be in the best quarter, 50 is the median. */
export const percentile = definePruner({
  name: 'percentile',
  stateVersion: 1,
  summary: 'The median rule with the bar where you want it: stops all but the best quarter at each step by default.',
  options: percentileOptions,
  capabilities: { multiObjective: false },
  init: (): Curves => ({ finished: {}, running: {} }),
  report(state, { options, objectives, maxStep }, report) {
    const loss = reportedLoss(report, objectives);
    return judgeByPercentile(state, { ...report, loss }, { ...options, maxStep });
  },
});
