import type { TrialState } from '@cambium/graphql';
import { jsonRecord, numberRecord } from '../../lib/json-record.js';
import type { EventBatch } from './event-hub.js';

export interface Curve {
  readonly trialNumber: number;
  readonly state: TrialState;
  readonly step: readonly number[];
  readonly value: readonly (number | null)[];
}

/** Curves that are kept; the ended ones that came first go when there are more. */
export const curveLimit = 50;

/** Adds what was reported to the curves of one metric, starts those of new trials and follows the trials' states. */
export function extendCurves(
  curves: readonly Curve[],
  batches: readonly EventBatch[],
  metric: string,
): readonly Curve[] {
  const next = new Map(curves.map((curve) => [curve.trialNumber, curve]));
  for (const batch of batches) {
    for (const { type, trialNumber, payload } of batch.events) {
      if (type !== 'trial.reported' || trialNumber === null) continue;
      const { step, metrics } = jsonRecord(payload);
      const value = numberRecord(metrics)[metric];
      if (typeof step !== 'number' || value === undefined) continue;
      const curve = next.get(trialNumber) ?? { trialNumber, state: 'running', step: [], value: [] };
      next.set(trialNumber, withPoint(curve, step, value));
    }
    for (const trial of batch.trials) {
      const curve = next.get(trial.number);
      if (curve && curve.state !== trial.state) next.set(trial.number, { ...curve, state: trial.state });
    }
  }
  const all = [...next.values()];
  const surplus = all.length - curveLimit;
  if (surplus <= 0) return all;
  const dropped = new Set(all.filter(({ state }) => state !== 'running' && state !== 'waiting').slice(0, surplus));
  return all.filter((curve) => !dropped.has(curve));
}

/** A second attempt starts over: what an earlier one reported from this step on is replaced. */
function withPoint(curve: Curve, step: number, value: number | null): Curve {
  const end = curve.step.findIndex((each) => each >= step);
  const kept = end < 0 ? curve.step.length : end;
  return { ...curve, step: [...curve.step.slice(0, kept), step], value: [...curve.value.slice(0, kept), value] };
}
