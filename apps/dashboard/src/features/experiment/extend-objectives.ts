import type { ObjectiveValuesQuery } from '@cambium/graphql';
import type { ParetoColumns } from '@cambium/ui';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { frontChanges } from './front-changes.js';
import { justEnded } from './just-ended.js';
import { isShown, type ShownTrials } from './view-state.js';

interface Valued {
  readonly number: number;
  /** One per objective. */
  readonly values: readonly number[];
}

interface ObjectivePoint extends Valued {
  readonly state: string;
  readonly steps: number;
  readonly candidate: boolean;
}

export interface ObjectiveSet {
  readonly points: readonly ObjectivePoint[];
  readonly front: readonly Valued[];
  /** Trials that match, drawn or not. */
  readonly totalCount: number;
}

export interface ObjectiveRules {
  readonly shown: ShownTrials;
  /** The step at which a trial ends that has no fidelity of its own. */
  readonly maxStep: number;
}

export type ObjectiveAnswer = NonNullable<ObjectiveValuesQuery['experiment']>['objectiveValues'];

export function beginObjectives({
  number,
  values,
  state,
  steps,
  candidate,
  front,
  totalCount,
}: ObjectiveAnswer): ObjectiveSet {
  const rowOf = (columns: readonly (readonly number[])[], i: number) =>
    columns.map((column) => column[i] ?? Number.NaN);
  return {
    points: number.map((each, i) => ({
      number: each,
      values: rowOf(values, i),
      state: state[i] ?? '',
      steps: steps[i] ?? 0,
      candidate: candidate[i] === true,
    })),
    front: front.number.map((each, i) => ({ number: each, values: rowOf(front.values, i) })),
    totalCount,
  };
}

/** Adds trials that have just ended with values, and takes in how the front changed. */
export function extendObjectives(
  set: ObjectiveSet,
  batches: readonly EventBatch[],
  rules: ObjectiveRules,
): ObjectiveSet {
  let { points, front, totalCount } = set;
  for (const batch of batches) {
    const ended = justEnded(batch, rules.maxStep);
    const known = new Set(points.map(({ number }) => number));
    const added = ended.filter((trial) => !known.has(trial.number) && isShown(trial, rules.shown));
    if (added.length > 0) {
      points = [...points, ...added.map(({ isCandidate, ...trial }) => ({ ...trial, candidate: isCandidate }))];
      totalCount += added.length;
    }
    for (const { joined, left } of frontChanges(batch)) {
      const trial = ended.find(({ number }) => number === joined);
      const stay = front.filter(({ number }) => number !== joined && !left.includes(number));
      front = trial ? [...stay, trial] : stay;
    }
  }
  return { points, front, totalCount };
}

/** Two of the objectives, by their places. */
export function paretoColumns({ points, front }: ObjectiveSet, [x, y]: readonly [number, number]): ParetoColumns {
  const axis = (rows: readonly Valued[], place: number) => rows.map(({ values }) => values[place] ?? Number.NaN);
  return {
    number: points.map(({ number }) => number),
    x: axis(points, x),
    y: axis(points, y),
    state: points.map(({ state }) => state),
    steps: points.map(({ steps }) => steps),
    candidate: points.map(({ candidate }) => candidate),
    front: { number: front.map(({ number }) => number), x: axis(front, x), y: axis(front, y) },
  };
}
