import type { Rng } from '@cambium/core';

/** Independent categorical distributions and the adaptive learning rate they share. A type: assignable to `Json`. */
export type CategoricalDistribution = {
  /** q: for each parameter the probability of each choice. */
  readonly probabilities: readonly (readonly number[])[];
  /** s: the path of normalised gradients, in the coordinates √q in which the Fisher metric is Euclidean. */
  readonly path: readonly (readonly number[])[];
  /** γ: the length² that `path` would have by chance. */
  readonly chance: number;
  /** Δ: 1 / step length. */
  readonly slowness: number;
};

/** Threshold of the signal-to-noise ratio, α. */
const threshold = 1.5;

export function startCategorical(choiceCounts: readonly number[]): CategoricalDistribution {
  return {
    probabilities: choiceCounts.map((count) => Array.from({ length: count }, () => 1 / count)),
    path: choiceCounts.map((count) => Array.from({ length: count }, () => 0)),
    chance: 0,
    slowness: 1,
  };
}

/** An index for each parameter. */
export function drawChoices({ probabilities }: CategoricalDistribution, rng: Rng): number[] {
  return probabilities.map((row) => {
    let left = rng.next();
    const index = row.findIndex((p) => {
      left -= p;
      return left < 0;
    });
    return index < 0 ? row.length - 1 : index;
  });
}

/**
 * One natural-gradient step towards the better samples, as long as the gradients of late agree (adaptive stochastic
 * natural gradient, Akimoto et al. 2019, algorithm 1; in CatCMA, Hamano et al. 2024, arXiv:2405.09962). `ranked`: choices
 * of the samples, best first; `weights`: of the best, summing to 1.
 */
export function updateCategorical(
  before: CategoricalDistribution,
  ranked: readonly (readonly number[])[],
  weights: ArrayLike<number>,
): CategoricalDistribution {
  const { probabilities, slowness } = before;
  const gradient = probabilities.map((row) => row.map((p) => -p));
  for (let rank = 0; rank < weights.length; rank++) {
    ranked[rank]?.forEach((choice, i) => {
      const row = gradient[i];
      if (row !== undefined) row[choice] = (row[choice] ?? 0) + (weights[rank] ?? 0);
    });
  }
  const direction = gradient.map((row, i) => row.map((g, k) => g / Math.sqrt(probabilities[i]?.[k] ?? 1)));
  const length = Math.sqrt(squares(direction));
  if (!(length > 0)) return before;
  const stepLength = 1 / slowness;
  const freedom = probabilities.reduce((sum, row) => sum + row.length - 1, 0);
  const rate = Math.min(1, stepLength / Math.sqrt(freedom));
  const fresh = Math.sqrt(rate * (2 - rate)) / length;
  const path = before.path.map((row, i) => row.map((s, k) => (1 - rate) * s + fresh * (direction[i]?.[k] ?? 0)));
  const chance = (1 - rate) ** 2 * before.chance + rate * (2 - rate);
  return {
    probabilities: probabilities.map((row, i) =>
      withMargin(
        row.map((p, k) => p + (stepLength / length) * (gradient[i]?.[k] ?? 0)),
        leastProbability(row.length, probabilities.length),
      ),
    ),
    path,
    chance,
    slowness: slowness * Math.exp(rate * (chance - squares(path) / threshold)),
  };
}

/** So that some parameter leaves its most likely choice in 27 % of the samples at least. */
export function leastProbability(choices: number, parameters: number): number {
  return (1 - 0.73 ** (1 / parameters)) / (choices - 1);
}

/** All at least `least`, summing to 1. */
function withMargin(row: readonly number[], least: number): number[] {
  const raised = row.map((p) => Math.max(p, least));
  const surplus = raised.reduce((sum, p) => sum + p, 0) - 1;
  const above = raised.reduce((sum, p) => sum + p - least, 0);
  return raised.map((p) => p - (surplus * (p - least)) / above);
}

function squares(rows: readonly (readonly number[])[]): number {
  return rows.reduce((sum, row) => sum + row.reduce((part, x) => part + x * x, 0), 0);
}
