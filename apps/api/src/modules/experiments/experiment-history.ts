import { historyChart } from '../../charts/history-columns.js';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';
import { chartArguments } from './chart-arguments.js';

export const experimentHistory: NonNullable<ExperimentResolvers['history']> = async (
  { id: experimentId, spec, maxStep, lastSeq },
  args,
  { loaders },
) => {
  const maxPoints = inRange('maxPoints', args.maxPoints ?? 1_000, { min: 10, max: 10_000 });
  const chosen = chartArguments(args);
  const direction = spec.objectives[0]?.direction ?? 'minimize';
  const history = await loaders.history.load({ experimentId, maxPoints });
  const front = chosen.filter.onFront === undefined ? [] : await loaders.front.load(experimentId);
  const sample = { maxPoints, ...chosen, front: new Set(front.map(({ number }) => number)) };
  return { lastSeq, ...historyChart(history, { direction, maxStep }, sample) };
};
