import { definePruner } from '@cambium/core';
import { newestTrials } from '../../reports/newest-trials.js';
import { reportedLoss } from '../../reports/reported-loss.js';
import { wilcoxonOptions } from './options.js';
import { signedRankTest } from './signed-rank-test.js';

/** Step → loss; null where it was not finite. */
type Losses = Readonly<Record<string, number | null>>;

/** A type, not an interface: only then is it assignable to `Json`. */
type WilcoxonState = {
  /** Of the trials that reported their last step, without a value that was not finite, the one with the best mean. */
  readonly best: { readonly trial: number; readonly losses: Losses } | null;
  /** Trial number → losses, of the newest trials. */
  readonly trials: Readonly<Record<string, Losses>>;
};

/**
 * For objectives that are means over instances or folds, one a step: a trial is stopped when Wilcoxon's signed-rank test
 * says that it is worse than the best one on the steps that both have (Optuna's WilcoxonPruner). Never while its mean is
 * at least as good as the best one's.
 */
export const wilcoxon = definePruner({
  name: 'wilcoxon',
  stateVersion: 1,
  summary:
    'For steps that are instances or folds, not epochs: stops a trial that is worse than the best beyond chance.',
  options: wilcoxonOptions,
  capabilities: { multiObjective: false },
  init: (): WilcoxonState => ({ best: null, trials: {} }),
  report({ best, trials }, { options, objectives, maxStep }, report) {
    const { trial, step } = report;
    const losses: Losses = { ...trials[trial], [step]: reportedLoss(report, objectives) };
    const state = { best, trials: newestTrials<Losses>({ ...trials, [trial]: losses }) };
    if (step >= maxStep || best?.trial === trial) {
      return { decision: 'continue', state: { ...state, best: betterOf(best, { trial, losses }) } };
    }
    if (best === null || meanOf(losses) <= meanOf(best.losses)) return { decision: 'continue', state };
    const differences = Object.entries(best.losses).flatMap(([at, loss]) => {
      const own = losses[at];
      return own === undefined ? [] : [(own ?? Infinity) - (loss ?? Infinity)];
    });
    const stop = differences.length >= options.minSteps && signedRankTest(differences) < options.pValue;
    return { decision: stop ? 'stop' : 'continue', state };
  },
});

/** The best one reports again when it is retried: then it has its new losses. Of equals the earlier one stays. */
function betterOf(best: WilcoxonState['best'], ended: { trial: number; losses: Losses }): WilcoxonState['best'] {
  if (best?.trial === ended.trial) return ended;
  if (meanOf(ended.losses) === Infinity) return best;
  return best === null || meanOf(ended.losses) < meanOf(best.losses) ? ended : best;
}

/** Infinity when one of them was not finite. */
function meanOf(losses: Losses): number {
  const values = Object.values(losses);
  return values.reduce<number>((sum, loss) => sum + (loss ?? Infinity), 0) / values.length;
}
