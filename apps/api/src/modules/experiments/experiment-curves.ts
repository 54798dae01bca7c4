import { sampleCurve } from '../../charts/sample-curve.js';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

/** Points of one curve. */
const maxPoints = 300;

export const experimentCurves: NonNullable<ExperimentResolvers['curves']> = async (
  { id: experimentId },
  args,
  { loaders },
) => {
  const { metric } = args;
  const maxTrials = inRange('maxTrials', args.maxTrials ?? 50, { min: 1, max: 500 });
  const { curves, totalCount } = await loaders.curves.load({ experimentId, metric, maxTrials });
  return { metric, curves: curves.map((curve) => sampleCurve(curve, maxPoints)), totalCount };
};
