import type { TrialRowFragment } from '@cambium/graphql';
import { baselineColor, baselineLabel, type ChartSeries, lineColor } from '@cambium/ui';
import { policyOf } from './baseline-trials.js';
import type { Curve } from './extend-curves.js';

export interface CurveLooks {
  readonly selected: readonly number[];
  readonly baselines: readonly TrialRowFragment[];
}

/**
 * Each in its own colour, those of one baseline in the one that it has in every chart. Without a selection all are equally
 * heavy; with one the other trials of the search step back.
 */
export function curveSeries(curves: readonly Curve[], { selected, baselines }: CurveLooks): ChartSeries[] {
  const policyByTrial = new Map(baselines.map((trial) => [trial.number, policyOf(trial)]));
  const policies = [...new Set(policyByTrial.values())];
  const anySelected = curves.some((curve) => selected.includes(curve.trialNumber));
  return curves
    .map(({ trialNumber, step, value }) => {
      const strong = selected.includes(trialNumber);
      const policy = policyByTrial.get(trialNumber);
      const name = `Trial ${trialNumber}`;
      return {
        id: String(trialNumber),
        label: policy === undefined ? name : `${name}, ${baselineLabel(policy)}`,
        x: step,
        y: value,
        mark: 'line' as const,
        color: policy === undefined ? lineColor(trialNumber) : baselineColor(policies.indexOf(policy)),
        strong,
        faint: anySelected && !strong && policy === undefined,
      };
    })
    .sort((a, b) => Number(a.strong) - Number(b.strong));
}
