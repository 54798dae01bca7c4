import { categoricalColumn } from './categorical-column.js';
import { continuousColumn } from './continuous-column.js';
import type { KernelColumn } from './kernel-column.js';
import { type KernelRows, kernelRows } from './kernel-rows.js';
import { createMixture, type Mixture, type MixtureColumn } from './mixture.js';
import { numericKernels } from './numeric-kernels.js';
import type { ObservationTable } from './observation-table.js';
import type { ParameterAxis } from './parameter-axis.js';
import { steppedColumn } from './stepped-column.js';
import { ageWeights, equalWeights, withPrior } from './weights.js';

/** The rows of a table, parted in good ones and others. */
export interface Split {
  readonly table: ObservationTable;
  /** By row: {@link goodSide} or {@link otherSide}. */
  readonly sides: Uint8Array;
  readonly severalObjectives: boolean;
}

export const goodSide = 1;
export const otherSide = 0;

/** The density of good points and that of the others, over the same parameters. */
export interface DensityPair {
  readonly good: Mixture;
  readonly others: Mixture;
  /** Number of the trial at which a kernel of `good` lies. */
  trialOf(kernel: number): number | 'prior';
}

/** log good − log others: what TPE maximises. */
export function gainAt({ good, others }: DensityPair, point: Float64Array): number {
  return good.logDensity(point) - others.logDensity(point);
}

/** Of which parameters, in the order of the space. */
export interface PairScope {
  readonly parameters: readonly number[];
  /** Parameters that a point may be without. */
  readonly optional: ReadonlySet<number>;
  /** Only rows with this parameter count. */
  readonly having?: number;
}

export function densityPair({ table, sides, severalObjectives }: Split, scope: PairScope): DensityPair {
  const { having } = scope;
  const limit = having === undefined ? {} : { having };
  const goodKernels = kernelRows(table, { sides, side: goodSide, ...limit });
  const otherKernels = kernelRows(table, { sides, side: otherSide, ...limit });
  const weigh = severalObjectives ? equalWeights : ageWeights;
  return {
    good: createMixture(columnsOf(table, scope, goodKernels), withPrior(weigh(goodKernels.rows.length))),
    others: createMixture(columnsOf(table, scope, otherKernels), withPrior(ageWeights(otherKernels.rows.length))),
    trialOf(kernel) {
      const row = goodKernels.rows[kernel];
      return row === undefined ? 'prior' : (table.numbers[row] ?? 'prior');
    },
  };
}

function columnsOf(table: ObservationTable, { parameters, optional }: PairScope, rows: KernelRows): MixtureColumn[] {
  const selective = ({ kind }: ParameterAxis) => (kind === 'continuous' ? 0 : kind === 'stepped' ? 1 : 2);
  // Columns after which few kernels count, and of these the cheap ones, first. `!`: an axis for each parameter.
  const order = parameters.toSorted((a, b) => selective(table.axes[a]!) - selective(table.axes[b]!));
  return order.map((parameter) => ({
    parameter,
    kernels: kernelColumn(table, parameter, rows),
    optional: optional.has(parameter),
  }));
}

function kernelColumn(table: ObservationTable, parameter: number, kernels: KernelRows): KernelColumn {
  // `!`: an axis and a column for each parameter.
  const axis = table.axes[parameter]!;
  if (axis.kind !== 'categorical') {
    const normals = numericKernels(table, parameter, kernels);
    return axis.kind === 'stepped' ? steppedColumn(axis, normals) : continuousColumn(axis, normals);
  }
  const column = table.columns[parameter]!;
  const { rows } = kernels;
  const observed = new Float64Array(rows.length);
  for (let kernel = 0; kernel < rows.length; kernel++) observed[kernel] = column[rows[kernel]!]!;
  return categoricalColumn(axis.size, observed);
}
