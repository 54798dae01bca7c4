import { definePruner } from '@cambium/core';
import { hyperbandBrackets } from '../../fidelity/hyperband-brackets.js';
import { reportedLoss } from '../../reports/reported-loss.js';
import { isAmongSmallest, judgeAtRung, type Rungs } from '../../reports/rung-rule.js';
import { rungSteps } from '../../reports/rung-steps.js';
import { bracketOfTrial } from './bracket-of-trial.js';
import { hyperbandOptions } from './options.js';

/** One for each bracket. A type, not an interface: only then is it assignable to `Json`. */
type HyperbandState = { readonly brackets: readonly Rungs[] };

const noRungs: Rungs = { rungs: {} };

/**
 * Hyperband (Li et al. 2018) as a pruner: a trial belongs to one bracket and is judged, as by `asha`, at that bracket's
 * rungs and among its trials only: the first bracket from `minSteps` on, each further one from η times as many.
 */
export const hyperband = definePruner({
  name: 'hyperband',
  stateVersion: 1,
  summary: 'Successive halving with several first rungs at once: when nobody knows how early a bad trial shows.',
  options: hyperbandOptions,
  capabilities: { multiObjective: false },
  init: (): HyperbandState => ({ brackets: [] }),
  report(state, { options, objectives, maxStep }, report) {
    const brackets = hyperbandBrackets({ ...options, maxStep });
    const own = bracketOfTrial(brackets, report.trial);
    const steps = rungSteps({ first: options.minSteps * options.eta ** own, eta: options.eta, maxStep });
    const known = state.brackets[own] ?? noRungs;
    const loss = reportedLoss(report, objectives);
    const rule = { steps, eta: options.eta, maxStep, hasPlace: isAmongSmallest };
    const judged = judgeAtRung(known, { ...report, loss }, rule);
    if (judged.state === known) return { decision: judged.decision, state };
    const others = brackets.map((_, index) => (index === own ? judged.state : (state.brackets[index] ?? noRungs)));
    return { decision: judged.decision, state: { brackets: others } };
  },
});
