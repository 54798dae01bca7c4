import type { FinishedTrial, FoldContext, HistoryFold, Params, PathEncoding, Space } from '@cambium/core';
import { columnCount } from '../../math/gaussian-process/columns.js';
import { createModelAxes, type ModelAxes } from './model-axes.js';
import type { GpOptions } from './options.js';
import type { FactorMemo } from './process-model.js';
import { createRowList, type RowList } from './row-list.js';

/** Rows with a number for each. */
export interface Series {
  readonly rows: RowList;
  readonly values: number[];
}

/** What is kept of a trial that measured its objectives. */
export interface Measured {
  readonly number: number;
  readonly params: Params;
  /** One per objective: more is better. */
  readonly scores: readonly number[];
  readonly pruned: boolean;
  /** Holds all measured constraints. */
  readonly feasible: boolean;
}

/** What the models are made from; grows with the history. */
export interface Observations {
  readonly axes: ModelAxes;
  /** Trials with a finite value of each objective, and their rows. */
  readonly measured: Measured[];
  readonly rows: RowList;
  /** For each constraint, the values of its metric where it was measured. */
  readonly constraints: readonly Series[];
  /** 1 for trials that measured something, 0 for those that failed. Cancelled ones, and those refused, say nothing. */
  readonly successes: Series;
  failures: number;
  /** What earlier asks computed from the same rows: it makes asks faster and changes nothing else. */
  readonly memo: FactorMemo;
}

/** By encoding, each an object of its own, so that each trial is encoded once in the history's life. */
export const observations: Readonly<Record<GpOptions['encoding'], HistoryFold<Observations>>> = {
  parameters: observationsIn(() => undefined),
  path: observationsIn(({ pathEncoding }) => pathEncoding),
};

function observationsIn(pathsOf: (space: Space) => PathEncoding | undefined): HistoryFold<Observations> {
  return {
    start({ space, constraints }) {
      const axes = createModelAxes(space, pathsOf(space));
      const series = (): Series => ({ rows: createRowList(columnCount(axes.columns)), values: [] });
      return {
        axes,
        measured: [],
        rows: series().rows,
        constraints: constraints.map(series),
        successes: series(),
        failures: 0,
        memo: new Map(),
      };
    },
    add(all, trial, context) {
      if (trial.state === 'cancelled' || trial.state === 'infeasible') return all;
      const row = all.axes.row(trial.params);
      const scores = trial.state === 'failed' ? undefined : scoresOf(trial, context);
      append(all.successes, row, scores === undefined ? 0 : 1);
      if (scores === undefined) all.failures++;
      else {
        const { number, params, state, violation } = trial;
        all.measured.push({ number, params, scores, pruned: state === 'pruned', feasible: violation === 0 });
        all.rows.push(row);
      }
      for (const [i, { metric }] of context.constraints.entries()) {
        const value = trial.metrics[metric];
        const series = all.constraints[i];
        if (series !== undefined && typeof value === 'number' && Number.isFinite(value)) append(series, row, value);
      }
      return all;
    },
  };
}

function append({ rows, values }: Series, row: Float64Array, value: number): void {
  rows.push(row);
  values.push(value);
}

/** Negated where an objective is minimised; undefined unless all are finite. */
function scoresOf({ values }: FinishedTrial, { objectives }: FoldContext): readonly number[] | undefined {
  if (values?.length !== objectives.length || !values.every(Number.isFinite)) return undefined;
  return values.map((value, i) => (objectives[i]?.direction === 'maximize' ? value : -value));
}
