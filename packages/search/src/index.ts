export { lossVector } from './history/loss-vector.js';
export { type Column, choiceColumn, numberColumn } from './importance/cell-density.js';
export { type Importance, leastTrials, pedAnova } from './importance/ped-anova.js';
export { type KendallEstimate, kendallEstimate, kendallTau } from './math/kendall-tau.js';
export { dominates } from './math/pareto/dominates.js';
export { farthestFirst } from './math/pareto/farthest-first.js';
export { hypervolume } from './math/pareto/hypervolume.js';
export { type Losses, lossesOf } from './math/pareto/losses.js';
export { nonDominatedRanks } from './math/pareto/non-dominated-ranks.js';
export * from './registry.js';
export { screenFirst } from './screening/screen-first.js';
export { likeliest, optionWeights } from './supernet/option-weights.js';
export {
  type JudgedTrial,
  type NetworkScores,
  networkScores,
  type RankCorrelation,
  rankCorrelation,
} from './supernet/rank-correlation.js';
