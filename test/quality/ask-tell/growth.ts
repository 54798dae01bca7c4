import type { Cost } from './measure.js';

/** The exponent k of a cost that grows like size^k between the two largest sizes; null for fewer than two. */
export function exponent(points: readonly { readonly size: number; readonly cost: number }[]): number | null {
  const [before, last] = points.slice(-2);
  if (before === undefined || last === undefined || before.cost <= 0 || last.cost <= 0) return null;
  return Math.log(last.cost / before.cost) / Math.log(last.size / before.size);
}

/** How the whole cost grows with the number of trials: 1 where each ask costs the same, 2 where it costs all before it. */
export function growthInTrials(costs: readonly Cost[]): number | null {
  return exponent(costs.map(({ trials, cpuSeconds }) => ({ size: trials, cost: cpuSeconds })));
}

/** How it grows with the dimension, at the largest number of trials that all dimensions have reached. */
export function growthInDimensions(
  runs: readonly { readonly dimension: number; readonly costs: readonly Cost[] }[],
): number | null {
  const shared = (runs[0]?.costs ?? [])
    .map(({ trials }) => trials)
    .filter((trials) => runs.every(({ costs }) => costs.some((cost) => cost.trials === trials)));
  const largest = shared.at(-1);
  return exponent(
    runs.flatMap(({ dimension, costs }) => {
      const cost = costs.find(({ trials }) => trials === largest);
      return cost === undefined ? [] : [{ size: dimension, cost: cost.cpuSeconds }];
    }),
  );
}
