import { sampleCurve } from '../../charts/sample-curve.js';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';
import { chartArguments } from './chart-arguments.js';

/** Points of one curve. */
const maxPoints = 300;

export const experimentCurves: NonNullable<ExperimentResolvers['curves']> = async (
  { id: experimentId, lastSeq },
  args,
  { loaders },
) => {
  const { metric } = args;
  const maxTrials = inRange('maxTrials', args.maxTrials ?? 50, { min: 1, max: 500 });
  const key = { experimentId, metric, maxTrials, ...chartArguments(args) };
  const { curves, totalCount } = await loaders.curves.load(key);
  return { lastSeq, metric, curves: curves.map((curve) => sampleCurve(curve, maxPoints)), totalCount };
};
