import type { Constraint } from '@cambium/core';
import { chooseRows } from './choose-rows.js';
import type { Limit } from './log-feasibility.js';
import type { Observations, Series } from './observations.js';
import { createProcessModel, type KernelFit, type ModelRequest, type ProcessModel } from './process-model.js';
import type { RowList } from './row-list.js';
import { standardize } from './standardize.js';

/** The fits of the last ask, by the model's name. A type, not an interface: these are JSON. */
export type KernelFits = { readonly [model: string]: KernelFit };

/** Which rows a model sees. */
export type RowsOfModel = Pick<ModelRequest, 'counted' | 'modelled' | 'mostFitted'>;

/** Makes the models of one ask, and collects their fits for the next. */
export interface ModelBuilder {
  readonly fits: KernelFits;
  build(name: string, rows: RowList, values: Float64Array, which: RowsOfModel): ProcessModel;
  /** Of the constraints that were measured, and of not failing when some trials did. */
  limits(bounds: readonly Constraint[]): Limit[];
}

/** Observations that the kernel's parameters are fitted to: an iteration takes their cube. */
const mostFitted = 256;

/** For models of the scores of some objectives at the same rows, `most` of which predictions are made from. */
export function rowsOfModel(counted: Int32Array, scores: readonly Float64Array[], most: number): RowsOfModel {
  return { counted, modelled: chooseRows(counted, scores, most), mostFitted: Math.min(mostFitted, most) };
}

export function createModelBuilder(all: Observations, previous: KernelFits, most: number): ModelBuilder {
  const fits: Record<string, KernelFit> = {};
  const build: ModelBuilder['build'] = (name, rows, values, which) => {
    const { columns } = all.axes;
    const model = createProcessModel({
      name,
      columns,
      rows,
      values,
      ...which,
      previous: previous[name],
      memo: all.memo,
    });
    fits[name] = model.fit;
    return model;
  };
  const limit = (name: string, { rows, values }: Series, { min, max }: Pick<Constraint, 'min' | 'max'>): Limit => {
    const target = standardize(values);
    const bound = (side: number) => (side - target.mean) / target.deviation;
    return {
      gp: build(name, rows, target.values, rowsOfModel(Int32Array.from(values.keys()), [target.values], most)).gp,
      ...(min === undefined ? {} : { min: bound(min) }),
      ...(max === undefined ? {} : { max: bound(max) }),
    };
  };
  return {
    fits,
    build,
    limits: (bounds) => [
      ...bounds.flatMap((bound, i) => {
        const series = all.constraints[i];
        return series === undefined || series.values.length < 2 ? [] : [limit(`constraint ${i}`, series, bound)];
      }),
      ...(all.failures === 0 ? [] : [limit('success', all.successes, { min: 0.5 })]),
    ],
  };
}
