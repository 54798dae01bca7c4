import { describePruner } from '@cambium/testkit';
import { pruners } from '../registry.js';

describePruner(pruners, {
  options: {
    asha: [{ eta: 2, minSteps: 2 }],
    median: [{ startupTrials: 2, minSteps: 3 }],
  },
});
