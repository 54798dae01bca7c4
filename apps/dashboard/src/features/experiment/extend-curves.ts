import type { LearningCurvesQuery } from '@cambium/graphql';
import { jsonRecord, numberRecord } from '../../lib/json-record.js';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { curveLimit, isShown, type ShownTrials } from './view-state.js';

type CurveAnswer = NonNullable<LearningCurvesQuery['experiment']>['curves'];

export type Curve = Readonly<Omit<CurveAnswer['curves'][number], '__typename'>>;

export interface CurveSet {
  /** Those that are drawn, and those of unfinished trials that may yet match. */
  readonly curves: readonly Curve[];
  /** Trials that match and have a curve, drawn or not. */
  readonly totalCount: number;
}

export interface CurveRules {
  readonly metric: string;
  readonly shown: ShownTrials;
  readonly selected: readonly number[];
  /** Of the first objective. */
  readonly direction: string;
}

export function isShownCurve({ trialNumber, state }: Curve, shown: ShownTrials): boolean {
  return isShown({ number: trialNumber, state }, shown);
}

/** Adds what was reported to the curves of one metric, starts those of new trials and follows the trials' states. */
export function extendCurves(set: CurveSet, batches: readonly EventBatch[], rules: CurveRules): CurveSet {
  const { metric, shown } = rules;
  const next = new Map(set.curves.map((curve) => [curve.trialNumber, curve]));
  let { totalCount } = set;
  const put = (curve: Curve) => {
    const before = next.get(curve.trialNumber);
    totalCount += Number(isShownCurve(curve, shown)) - Number(before !== undefined && isShownCurve(before, shown));
    next.set(curve.trialNumber, curve);
  };
  for (const batch of batches) {
    for (const { type, trialNumber, payload } of batch.events) {
      if (type !== 'trial.reported' || trialNumber === null) continue;
      const { step, metrics } = jsonRecord(payload);
      const value = numberRecord(metrics)[metric];
      if (typeof step !== 'number' || value === undefined) continue;
      const known = next.get(trialNumber);
      // Every unfinished trial's curve is known, so this one begins; a trial outside the brush never comes inside.
      if (!known && !isShown({ number: trialNumber, state: '' }, { ...shown, states: [] })) continue;
      put(withPoint(known ?? { trialNumber, state: 'running', objective: null, step: [], value: [] }, step, value));
    }
    for (const { number, state, values } of batch.trials) {
      const curve = next.get(number);
      if (curve && curve.state !== state) put({ ...curve, state, objective: values?.[0] ?? null });
    }
  }
  return { curves: limited([...next.values()], rules), totalCount };
}

/** As the server chooses: unfinished trials and the best of those that match, at most `curveLimit`; then selected ones. */
function limited(curves: readonly Curve[], { shown, selected, direction }: CurveRules): readonly Curve[] {
  const unfinished = curves.filter(isUnfinished);
  const sign = direction === 'minimize' ? 1 : -1;
  const cost = ({ objective }: Curve) => (objective === null ? Number.POSITIVE_INFINITY : sign * objective);
  const ended = curves
    .filter((curve) => !isUnfinished(curve) && isShownCurve(curve, shown))
    .sort((a, b) => (cost(a) === cost(b) ? a.trialNumber - b.trialNumber : cost(a) - cost(b)));
  const room = Math.max(0, curveLimit - unfinished.filter((curve) => isShownCurve(curve, shown)).length);
  const kept = new Set([
    ...unfinished,
    ...ended.slice(0, room),
    ...ended.filter((curve) => selected.includes(curve.trialNumber)),
  ]);
  return curves.filter((curve) => kept.has(curve));
}

function isUnfinished({ state }: Curve): boolean {
  return state === 'waiting' || state === 'running';
}

/** A second attempt starts over: what an earlier one reported from this step on is replaced. */
function withPoint(curve: Curve, step: number, value: number | null): Curve {
  const end = curve.step.findIndex((each) => each >= step);
  const kept = end < 0 ? curve.step.length : end;
  return { ...curve, step: [...curve.step.slice(0, kept), step], value: [...curve.value.slice(0, kept), value] };
}
