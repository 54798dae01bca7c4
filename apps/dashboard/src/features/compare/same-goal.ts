import type { Direction } from '@cambium/core';
import type { ComparedExperimentFragment } from '@cambium/graphql';
import { jsonRecord } from '../../lib/json-record.js';

/** A first objective that several experiments share. */
export interface Goal {
  readonly metric: string;
  readonly direction: Direction;
  readonly unit: string;
}

/** null where their first objectives differ: one search's value says nothing about another's then. */
export function sameGoal(experiments: readonly ComparedExperimentFragment[]): Goal | null {
  const [first] = experiments;
  const objective = first?.objectives[0];
  if (!first || !objective || experiments.some((each) => goalText(each) !== goalText(first))) return null;
  const { metric } = objective;
  const direction = objective.direction === 'minimize' ? 'minimize' : 'maximize';
  return { metric, direction, unit: first.metrics.find(({ name }) => name === metric)?.unit ?? '' };
}

/** `maximize val_accuracy`; with its formula where it is a reward. */
export function goalText({ objectives: [first] }: Pick<ComparedExperimentFragment, 'objectives'>): string {
  if (!first) return 'no objective';
  return `${first.direction} ${first.metric}${first.formula === null ? '' : ` = ${first.formula}`}`;
}

/** Whether they all have the same task with the same settings, so that the same value is as hard to reach. */
export function haveSameTask(experiments: readonly Pick<ComparedExperimentFragment, 'spec'>[]): boolean {
  return new Set(experiments.map(({ spec }) => sorted(jsonRecord(spec)['task']))).size <= 1;
}

/** JSON with the keys of objects in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
