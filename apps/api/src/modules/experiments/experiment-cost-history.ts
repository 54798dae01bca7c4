import { costHistory } from '../../charts/cost-history.js';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

export const experimentCostHistory: NonNullable<ExperimentResolvers['costHistory']> = async (
  { id: experimentId, spec, maxStep, lastSeq },
  args,
  { loaders },
) => {
  const maxPoints = inRange('maxPoints', args.maxPoints ?? 1_000, { min: 10, max: 10_000 });
  const direction = spec.objectives[0]?.direction ?? 'minimize';
  const columns = await loaders.costs.load({ experimentId, maxPoints });
  return { lastSeq, ...costHistory(columns, { direction, maxStep }, maxPoints) };
};
