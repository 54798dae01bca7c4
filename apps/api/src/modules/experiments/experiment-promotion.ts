import type { Experiment, Trial } from '@cambium/core';
import type { ExperimentResolvers, Score } from '../../generated/resolver-types.js';
import { experimentMetrics } from './experiment-metrics.js';

export const experimentPromotion: NonNullable<ExperimentResolvers['promotion']> = async (
  experiment,
  _args,
  { loaders },
) => {
  const { id: experimentId, promotion } = experiment;
  if (promotion === null) return null;
  const trial = await loaders.trialByNumber.load({ experimentId, number: promotion.trial });
  return trial === undefined ? null : { ...promotion, trial, score: scoreOf(trial, experiment) };
};

/** A retrained winner is known by its test; it has no validation images left. Any other trial by its first objective. */
function scoreOf(trial: Trial, experiment: Experiment): Score | null {
  const measured = trial.state === 'waiting' ? {} : trial.metrics;
  const [objective] = experiment.spec.objectives;
  const names =
    trial.mode === 'final'
      ? experimentMetrics(experiment)
          .filter(({ when }) => when === 'final')
          .map(({ name }) => name)
      : [];
  for (const metric of [...names, ...(objective === undefined ? [] : [objective.metric])]) {
    const value = measured[metric];
    if (typeof value === 'number') return { metric, value };
  }
  return null;
}
