import { definePruner } from '@cambium/core';
import { lossVector } from '../../history/loss-vector.js';
import { judgeAtRung, type Rungs } from '../../reports/rung-rule.js';
import { rungSteps } from '../../reports/rung-steps.js';
import { hasPlaceOnFronts } from './has-place-on-fronts.js';
import { multiObjectiveAshaOptions } from './options.js';

/**
 * ASHA for several objectives (Schmucker et al. 2021), the variant that stops trials: at a rung they are ordered by
 * non-domination, and within a front by an ε-net, so that those that go on are spread over it.
 */
export const multiObjectiveAsha = definePruner({
  name: 'multi-objective-asha',
  stateVersion: 1,
  summary:
    'Stops trials that are off the Pareto front of their rung: for several objectives, reported or known before.',
  options: multiObjectiveAshaOptions,
  capabilities: { multiObjective: true },
  init: (): Rungs<readonly number[]> => ({ rungs: {} }),
  report(state, { options, objectives, maxStep }, { trial, step, values }) {
    const { minSteps: first, eta } = options;
    const rule = { steps: rungSteps({ first, eta, maxStep }), eta, maxStep, hasPlace: hasPlaceOnFronts };
    return judgeAtRung(state, { trial, step, loss: lossVector(values, objectives) ?? null }, rule);
  },
});
