import type { Constraint } from '@cambium/core';
import type { Limit } from './log-feasibility.js';
import type { Observations, Series } from './observations.js';
import { createProcessModel, type KernelFit, type ProcessModel } from './process-model.js';
import type { RowList } from './row-list.js';
import { type Standardized, standardize } from './standardize.js';

/** The fits of the last ask, by the model's name. A type, not an interface: these are JSON. */
export type KernelFits = { readonly [model: string]: KernelFit };

/** Makes the models of one ask, and collects their fits for the next. */
export interface ModelBuilder {
  readonly fits: KernelFits;
  /** `counted`: the indices of the rows that count, by default all. */
  build(name: string, rows: RowList, target: Standardized, counted?: Int32Array): ProcessModel;
  /** Of the constraints that were measured, and of not failing when some trials did. */
  limits(bounds: readonly Constraint[]): Limit[];
}

export function createModelBuilder(all: Observations, previous: KernelFits): ModelBuilder {
  const fits: Record<string, KernelFit> = {};
  const build: ModelBuilder['build'] = (name, rows, { values }, counted = Int32Array.from(values.keys())) => {
    const { columns } = all.axes;
    const model = createProcessModel({
      name,
      columns,
      rows,
      values,
      counted,
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
      gp: build(name, rows, target).gp,
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
