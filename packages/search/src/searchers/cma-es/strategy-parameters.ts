/** The constants of CMA-ES for a dimension and a population (Hansen 2016, arXiv:1604.00772, table 1). */
export interface StrategyParameters {
  readonly dimension: number;
  /** λ: samples of one generation. */
  readonly population: number;
  /** μ: those with a positive weight. */
  readonly parents: number;
  /** By rank, best first; the positive ones sum to 1, the negative ones (active CMA) serve the covariance only. */
  readonly weights: Float64Array;
  /** μ_eff: variance effective selection mass of the positive weights. */
  readonly effectiveParents: number;
  /** c_1 and c_μ: learning rates of the covariance's rank-one and rank-μ updates. */
  readonly rankOneRate: number;
  readonly rankMuRate: number;
  /** c_c and c_σ: 1 / memory of the two evolution paths, in generations. */
  readonly covariancePathRate: number;
  readonly sigmaPathRate: number;
  /** d_σ: damping of the step size. */
  readonly damping: number;
  /** E‖N(0, I)‖. */
  readonly expectedLength: number;
}

/** λ where the user chose none. */
export function defaultPopulation(dimension: number): number {
  return 4 + Math.floor(3 * Math.log(dimension));
}

/** As the tutorial's, but for c_σ, which is cma 4.5.0's: a little more, and at most ½. */
export function strategyParameters(dimension: number, population: number): StrategyParameters {
  const n = dimension;
  const raw = Float64Array.from({ length: population }, (_, i) => Math.log((population + 1) / 2) - Math.log(i + 1));
  const parents = Math.floor(population / 2);
  const best = raw.subarray(0, parents);
  const rest = raw.subarray(parents);
  const mass = effectiveMass(best);
  const rankOneRate = 2 / ((n + 1.3) ** 2 + mass);
  const rankMuRate = Math.min(1 - rankOneRate, (2 * (0.25 + mass + 1 / mass - 2)) / ((n + 2) ** 2 + mass));
  const negativeSum = Math.min(
    1 + rankOneRate / rankMuRate,
    1 + (2 * effectiveMass(rest)) / (mass + 2),
    // Keeps the covariance positive definite.
    (1 - rankOneRate - rankMuRate) / (n * rankMuRate),
  );
  const positive = sum(best);
  const negative = -sum(rest);
  const sigmaPathRate = Math.min(0.5, (mass + 2) / (n + mass + 3));
  return {
    dimension,
    population,
    parents,
    weights: raw.map((weight) => (weight > 0 ? weight / positive : (weight * negativeSum) / negative)),
    effectiveParents: mass,
    rankOneRate,
    rankMuRate,
    covariancePathRate: (4 + mass / n) / (n + 4 + (2 * mass) / n),
    sigmaPathRate,
    damping: 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + sigmaPathRate,
    expectedLength: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}

function effectiveMass(weights: Float64Array): number {
  return sum(weights) ** 2 / weights.reduce((total, weight) => total + weight * weight, 0);
}

function sum(weights: Float64Array): number {
  return weights.reduce((total, weight) => total + weight, 0);
}
