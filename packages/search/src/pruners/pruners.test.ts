import { describePruner } from '@cambium/testkit';
import { pruners } from '../registry.js';

describePruner(pruners, {
  options: {
    asha: [{ eta: 2, minSteps: 2 }],
    hyperband: [{ eta: 2, minSteps: 2 }],
    median: [{ startupTrials: 2, minSteps: 3 }],
    'multi-objective-asha': [{ eta: 2, minSteps: 2 }],
    patient: [{ patience: 2, pruner: { name: 'asha' } }],
    percentile: [{ percentile: 60, startupTrials: 2, minSteps: 3 }],
    'proxy-filter': [{ metric: 'proxy.naswot', quantile: 0.7, startupTrials: 3 }],
    'successive-halving': [{ eta: 2, minSteps: 1, earlyStoppingRate: 1 }],
    threshold: [(sign) => (sign > 0 ? { lower: 0.05 } : { upper: -0.05 })],
    wilcoxon: [{ pValue: 0.2, minSteps: 4 }],
  },
  // Without bounds it knows nothing to hold against a trial but that it diverged.
  boundless: ['threshold'],
});
