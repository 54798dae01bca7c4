import type { AskContext, Params } from '@cambium/core';
import { measuredTrials } from '../../history/measured-trials.js';
import { compareTrials } from '../../history/ranked-trial.js';
import { symmetricEigen } from '../../math/symmetric-eigen.js';
import { type Axes, coordinatesOf } from './axes.js';
import { type CategoricalDistribution, startCategorical } from './categorical-distribution.js';
import { fromFull } from './covariance.js';
import type { CmaEsOptions } from './options.js';
import { type SearchDistribution, startDistribution } from './search-distribution.js';

/** Share of the results that count as promising, and the width given to each of them (γ and α of the paper). */
const promising = 0.1;
const width = 0.1;
/** Fewer say where to begin, but not how wide. */
const enough = 20;

/**
 * Where trials that others asked for (given points, earlier experiments, other searchers) put the first generation: at the
 * best of few; around the best tenth of many, with their covariance (WS-CMA-ES, Nomura et al. 2021, arXiv:2012.06932).
 */
export function warmStart(
  { history, options }: AskContext<CmaEsOptions>,
  axes: Axes,
): { numeric: SearchDistribution; categorical: CategoricalDistribution } | undefined {
  const all = [...history.fold(measuredTrials).values()];
  if (all.length === 0) return undefined;
  const best = all.toSorted((a, b) => compareTrials(a.ranked, b.ranked));
  const chosen = best.slice(0, all.length < enough ? 1 : Math.ceil(promising * all.length)).map(({ params }) => params);
  const points = chosen.map((params) => coordinatesOf(params, axes));
  const mean = axes.numeric.map((_, i) => average(points.map((point) => point[i] ?? 0)));
  const numeric = all.length < enough ? startDistribution(mean, options.sigma0) : around(points, mean);
  return { numeric, categorical: frequencies(chosen, axes) };
}

/** The normal distribution nearest to a mixture of narrow ones at the points: their covariance and `width`². */
function around(points: readonly (readonly number[])[], mean: readonly number[]): SearchDistribution {
  const n = mean.length;
  const full = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const products = points.map((point) => ((point[i] ?? 0) - (mean[i] ?? 0)) * ((point[j] ?? 0) - (mean[j] ?? 0)));
      full[i * n + j] = average(products) + (i === j ? width ** 2 : 0);
    }
  }
  // σ is the geometric mean of the standard deviations, so that det C = 1.
  const logVariance = average([...symmetricEigen(full, n).values].map(Math.log));
  const covariance = fromFull(
    full.map((value) => value / Math.exp(logVariance)),
    n,
  );
  return { ...startDistribution(mean, Math.exp(logVariance / 2)), covariance };
}

/** How often the points have each choice, one more of each added. */
function frequencies(chosen: readonly Params[], { categorical }: Axes): CategoricalDistribution {
  const start = startCategorical(categorical.map(({ choices }) => choices.length));
  const probabilities = categorical.map(({ name, choices }) => {
    const active = chosen.filter((params) => params[name] !== undefined);
    return choices.map(
      (choice) => (1 + active.filter((params) => params[name] === choice).length) / (choices.length + active.length),
    );
  });
  return { ...start, probabilities };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
