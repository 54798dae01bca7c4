import { objectiveChart } from '../../charts/objective-chart.js';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';
import { chartArguments } from './chart-arguments.js';

export const experimentObjectiveValues: NonNullable<ExperimentResolvers['objectiveValues']> = async (
  { id: experimentId, spec, maxStep, lastSeq },
  args,
  { loaders },
) => {
  const maxPoints = inRange('maxPoints', args.maxPoints ?? 1_000, { min: 10, max: 10_000 });
  const [columns, front] = await Promise.all([
    loaders.objectives.load({ experimentId, maxPoints }),
    loaders.front.load(experimentId),
  ]);
  const goal = { objectives: spec.objectives.length, maxStep, front };
  return { lastSeq, ...objectiveChart(columns, goal, { maxPoints, ...chartArguments(args) }) };
};
