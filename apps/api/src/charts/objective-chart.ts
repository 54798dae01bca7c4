import type { ChartFilter, FrontMember, ObjectiveColumns } from '@cambium/core';
import { matchesChart } from './matches-chart.js';

export interface ObjectiveChart {
  readonly number: number[];
  /** One column per objective. */
  readonly values: number[][];
  readonly steps: number[];
  readonly state: string[];
  readonly candidate: boolean[];
  readonly front: { readonly number: number[]; readonly values: number[][] };
  readonly totalCount: number;
}

export interface ObjectiveSample {
  readonly maxPoints: number;
  readonly filter?: ChartFilter;
  /** Numbers of trials that are in the sample when they match. */
  readonly keep?: readonly number[];
}

/** What the columns are of. */
export interface ObjectiveGoal {
  readonly objectives: number;
  readonly maxStep: number;
  readonly front: readonly FrontMember[];
}

/**
 * The values of the trials that match, with at most `maxPoints` points: those on the front and those to keep first, of the
 * others every so many, so that dense places stay dense.
 */
export function objectiveChart(
  { number, values, state, fidelity, candidate }: ObjectiveColumns,
  { objectives, maxStep, front }: ObjectiveGoal,
  { maxPoints, filter = {}, keep = [] }: ObjectiveSample,
): ObjectiveChart {
  const onFront = new Set(front.map((member) => member.number));
  const matching = [...number.keys()].filter((i) =>
    matchesChart(filter, { number: number[i] as number, state: state[i] as string }, onFront),
  );
  const always = new Set([...keep, ...onFront]);
  const kept = sample(matching, { isKept: (i) => always.has(number[i] as number), maxPoints });
  const columns = (rows: readonly (readonly number[])[]) =>
    Array.from({ length: objectives }, (_, column) => rows.map((row) => row[column] as number));
  return {
    number: kept.map((i) => number[i] as number),
    values: columns(kept.map((i) => values[i] as readonly number[])),
    steps: kept.map((i) => fidelity[i] ?? maxStep),
    state: kept.map((i) => state[i] as string),
    candidate: kept.map((i) => candidate[i] === true),
    front: { number: [...onFront], values: columns(front.map((member) => member.values)) },
    totalCount: matching.length,
  };
}

function sample(
  matching: readonly number[],
  { isKept, maxPoints }: { readonly isKept: (i: number) => boolean; readonly maxPoints: number },
): readonly number[] {
  if (matching.length <= maxPoints) return matching;
  const kept = matching.filter(isKept).slice(0, maxPoints);
  const others = matching.filter((i) => !isKept(i));
  const room = maxPoints - kept.length;
  const some = Array.from({ length: room }, (_, k) => others[Math.floor((k * others.length) / room)] as number);
  return [...kept, ...some].sort((a, b) => a - b);
}
