import { fitYeoJohnson, inverseYeoJohnson, yeoJohnson } from '../../math/yeo-johnson.js';
import { standardize } from './standardize.js';

/** The scores of one objective as its model sees them. */
export interface Target {
  /** Mean 0 and standard deviation 1. */
  readonly values: Float64Array;
  /** The score that a value of the model stands for. */
  restore(value: number): number;
}

/** Of the likelihood ratio, as a logarithm: a normal sample exceeds it once in twenty times (χ² with one degree of freedom). */
const clearGain = 3.84 / 2;

/** In standard deviations of the scores: so far at most leads the way back, which may have no end. */
const farthest = 100;

/**
 * Standardises scores; where they are clearly no normal sample, the power transform that makes them most like one comes in
 * between (Yeo and Johnson 2000; for Bayesian optimisation Cowen-Rivers et al. 2022, §4.1). A loss that falls by orders of
 * magnitude is then modelled nearly by its logarithm: differences between good trials count as much as those between bad
 * ones. Powers are fitted to standardised losses, so that another unit or zero changes nothing.
 */
export function warpScores(scores: readonly number[]): Target {
  const { values, mean, deviation } = standardize(scores);
  const losses = values.map((value) => -value);
  const { lambda, gain } = fitYeoJohnson(losses);
  const restoreLinear = (value: number) => mean + deviation * value;
  if (!(gain > clearGain)) return { values, restore: restoreLinear };
  const warped = standardize([...losses].map((loss) => -yeoJohnson(loss, lambda)));
  return {
    values: warped.values,
    restore(value) {
      const loss = inverseYeoJohnson(-(warped.mean + warped.deviation * value), lambda);
      return restoreLinear(-Math.min(farthest, Math.max(-farthest, loss)));
    },
  };
}
