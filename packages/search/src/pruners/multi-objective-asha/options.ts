import { ashaOptions } from '../asha/options.js';

export const multiObjectiveAshaOptions = ashaOptions.meta({
  title: 'Multi-objective ASHA',
  description: 'ASHA by Pareto fronts (Schmucker et al. 2021).',
});
