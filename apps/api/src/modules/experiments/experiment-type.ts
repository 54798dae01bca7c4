import { rewardFormula } from '@cambium/experiments';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { experimentCostHistory } from './experiment-cost-history.js';
import { experimentCurves } from './experiment-curves.js';
import { experimentHistory } from './experiment-history.js';
import { experimentImportances } from './experiment-importances.js';
import { experimentMetrics } from './experiment-metrics.js';
import { experimentObjectiveValues } from './experiment-objective-values.js';
import { experimentOrigin } from './experiment-origin.js';
import { experimentParetoFront } from './experiment-pareto-front.js';
import { experimentPromotion } from './experiment-promotion.js';
import { experimentSharedWeights } from './experiment-shared-weights.js';
import { specYaml } from './experiment-spec-yaml.js';
import { experimentTrials } from './experiment-trials.js';
import { isSearching, timeLeft } from './time-left.js';

/** Fields that are not plain properties of core's Experiment. */
export const experimentType: ExperimentResolvers = {
  name: ({ spec }) => spec.name,
  description: ({ spec }) => spec.description ?? null,
  spec: ({ spec }) => spec as never,
  specYaml: ({ spec }) => specYaml(spec),
  taskName: ({ spec }) => spec.task.name,
  searcherName: ({ spec }) => spec.searcher.name,
  prunerName: ({ spec }) => spec.pruner?.name ?? null,
  objectives: ({ spec }) =>
    spec.objectives.map(({ metric, direction, reward }) => {
      return { metric, direction, formula: reward ? rewardFormula(reward) : null };
    }),
  trialCount: ({ nextTrialNumber }) => nextTrialNumber,
  maxParallel: ({ spec }) => spec.budget.maxParallel,
  deviceSeconds: ({ deviceMs }) => deviceMs / 1000,
  maxDeviceSeconds: ({ spec }) => spec.budget.maxDeviceSeconds ?? null,
  bestTrial: async ({ id, bestTrial }, _args, { loaders }) =>
    bestTrial === null ? null : ((await loaders.trialByNumber.load({ experimentId: id, number: bestTrial })) ?? null),
  paretoFront: experimentParetoFront,
  finalTrials: async ({ id }, _args, { loaders }) => [...(await loaders.finalTrials.load(id))],
  baselines: async ({ id }, _args, { loaders }) => [...(await loaders.baselines.load(id))],
  origin: experimentOrigin,
  promotion: experimentPromotion,
  etaMs: async (experiment, _args, { services, loaders }) =>
    isSearching(experiment)
      ? timeLeft(experiment, await loaders.newestRuns.load(experiment.id), services.clock.now())
      : null,
  trials: experimentTrials,
  history: experimentHistory,
  costHistory: experimentCostHistory,
  objectiveValues: experimentObjectiveValues,
  curves: experimentCurves,
  sharedWeights: experimentSharedWeights,
  importances: experimentImportances,
  parameters: (experiment, _args, { services }) => [...services.designs.parameters(experiment)],
  metrics: experimentMetrics,
};
