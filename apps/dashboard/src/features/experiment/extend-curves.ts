import { compareResults, type Direction } from '@cambium/core';
import type { LearningCurvesQuery } from '@cambium/graphql';
import { jsonRecord, numberRecord } from '../../lib/json-record.js';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { curveLimit, isShown, mayBeShown, type ShownTrials } from './view-state.js';

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
  readonly direction: Direction;
  /** The step at which a trial ends that has no fidelity of its own. */
  readonly maxStep: number;
}

export function isShownCurve({ trialNumber, state, mode }: Curve, shown: ShownTrials): boolean {
  // Where only the front is shown, the server gives its curves alone.
  return isShown({ number: trialNumber, state, mode, onFront: true }, shown);
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
    const trials = new Map(batch.trials.map((trial) => [trial.number, trial]));
    for (const { type, trialNumber, payload } of batch.events) {
      if (type !== 'trial.reported' || trialNumber === null) continue;
      const { step, metrics } = jsonRecord(payload);
      const value = numberRecord(metrics)[metric];
      if (typeof step !== 'number' || value === undefined) continue;
      const known = next.get(trialNumber);
      const { mode = null, fidelity = null } = trials.get(trialNumber) ?? {};
      // Every unfinished trial's curve is known, so this one begins.
      if (!known && !mayBeShown({ number: trialNumber, mode, onFront: false }, shown)) continue;
      const begun: Curve = { trialNumber, state: 'running', mode, fidelity, objective: null, step: [], value: [] };
      put(withPoint(known ?? begun, step, value));
    }
    for (const { number, state, values } of batch.trials) {
      const curve = next.get(number);
      if (curve && curve.state !== state) put({ ...curve, state, objective: values?.[0] ?? null });
    }
  }
  return { curves: limited([...next.values()], rules), totalCount };
}

/** As the server chooses: unfinished trials and the best of those that match, at most `curveLimit`; then baselines and selected ones. */
function limited(curves: readonly Curve[], rules: CurveRules): readonly Curve[] {
  const { shown, selected } = rules;
  const unfinished = curves.filter(isUnfinished);
  const ended = curves
    .filter((curve) => !isUnfinished(curve) && isShownCurve(curve, shown))
    .sort((a, b) => compareCurves(a, b, rules) || a.trialNumber - b.trialNumber);
  const room = Math.max(0, curveLimit - unfinished.filter((curve) => isShownCurve(curve, shown)).length);
  const kept = new Set([
    ...unfinished,
    ...ended.slice(0, room),
    ...ended.filter(({ trialNumber, mode }) => mode === 'baseline' || selected.includes(trialNumber)),
  ]);
  return curves.filter((curve) => kept.has(curve));
}

/** The better trial first; one without a value last. */
function compareCurves(a: Curve, b: Curve, { direction, maxStep }: CurveRules): number {
  if (a.objective === null || b.objective === null) return Number(a.objective === null) - Number(b.objective === null);
  const resultOf = (objective: number, { fidelity }: Curve) => ({ value: objective, steps: fidelity ?? maxStep });
  return compareResults(resultOf(a.objective, a), resultOf(b.objective, b), direction);
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
