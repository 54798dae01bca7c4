import { historyChart } from '../../charts/history-columns.js';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

export const experimentHistory: NonNullable<ExperimentResolvers['history']> = async (
  { id: experimentId, spec },
  args,
  { loaders },
) => {
  const maxPoints = inRange('maxPoints', args.maxPoints ?? 1_000, { min: 10, max: 10_000 });
  const direction = spec.objectives[0]?.direction ?? 'minimize';
  return historyChart(await loaders.history.load({ experimentId, maxPoints }), direction, maxPoints);
};
