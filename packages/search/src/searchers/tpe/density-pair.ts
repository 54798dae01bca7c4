import { categoricalColumn } from './categorical-column.js';
import { continuousColumn } from './continuous-column.js';
import type { KernelColumn } from './kernel-column.js';
import { type KernelRows, kernelRows } from './kernel-rows.js';
import { createMixture, type Mixture, type MixtureColumn } from './mixture.js';
import { numericKernels } from './numeric-kernels.js';
import type { ObservationTable } from './observation-table.js';
import { steppedColumn } from './stepped-column.js';
import { ageWeights, withPrior } from './weights.js';

/** The rows of a table, parted in good ones and others. */
export interface Split {
  readonly table: ObservationTable;
  /** By row: its weight among the good ones, 1 in the mean; 0 for the others. */
  readonly goodness: Float64Array;
  /** How much kernels may narrow with the number of all rows, 0 to 1, instead of with that of their density. */
  readonly resolution: number;
}

/** The density of good points and that of the others, over the same parameters. */
export interface DensityPair {
  readonly good: Mixture;
  readonly others: Mixture;
  /** Number of the trial at which a kernel of `good` lies. */
  trialOf(kernel: number): number | 'prior';
}

/** log good − log others: what TPE maximises. Where it is not above `best`, any number up to `best` may be the answer. */
export function gainAt({ good, others }: DensityPair, point: Float64Array, best = -Infinity): number {
  const logGood = good.logDensity(point);
  return logGood - others.logDensity(point, logGood - best);
}

/** Of which parameters, in the order of the space. */
export interface PairScope {
  readonly parameters: readonly number[];
  /** Parameters that a point may be without. */
  readonly optional: ReadonlySet<number>;
  /** Only rows with this parameter count. */
  readonly having?: number;
}

export function densityPair(split: Split, scope: PairScope): DensityPair {
  const { table, goodness } = split;
  const { having } = scope;
  const limit = having === undefined ? {} : { having };
  const good = kernelRows(table, { goodness, good: true, ...limit });
  const others = kernelRows(table, { goodness, good: false, ...limit });
  const goodWeights = Float64Array.from(good.rows, (row) => goodness[row]!); // `!`: one for each row.
  return {
    good: createMixture(columnsOf(split, scope, good), withPrior(goodWeights)),
    others: createMixture(columnsOf(split, scope, others), withPrior(ageWeights(others.rows.length))),
    trialOf(kernel) {
      const row = good.rows[kernel];
      return row === undefined ? 'prior' : (table.numbers[row] ?? 'prior');
    },
  };
}

function columnsOf(split: Split, { parameters, optional }: PairScope, rows: KernelRows): MixtureColumn[] {
  return parameters.map((parameter) => ({
    parameter,
    kernels: kernelColumn(split, parameter, rows),
    optional: optional.has(parameter),
  }));
}

function kernelColumn({ table, resolution }: Split, parameter: number, kernels: KernelRows): KernelColumn {
  // `!`: an axis and a column for each parameter.
  const axis = table.axes[parameter]!;
  if (axis.kind !== 'categorical') {
    const normals = numericKernels(table, parameter, { ...kernels, resolution });
    return axis.kind === 'stepped' ? steppedColumn(axis, normals) : continuousColumn(axis, normals, table.memory);
  }
  const column = table.columns[parameter]!;
  const { rows } = kernels;
  const observed = new Float64Array(rows.length);
  for (let kernel = 0; kernel < rows.length; kernel++) observed[kernel] = column[rows[kernel]!]!;
  return categoricalColumn(axis.size, observed);
}
