import { type Columns, columnCount, type Rows } from '../../math/gaussian-process/columns.js';
import { fitKernel } from '../../math/gaussian-process/fit-kernel.js';
import { createGaussianProcess, type GaussianProcess } from '../../math/gaussian-process/gaussian-process.js';
import { createGrowingFactor, type GrowingFactor } from '../../math/gaussian-process/growing-factor.js';
import { defaultLogParameters } from '../../math/gaussian-process/kernel-parameters.js';
import { chooseEvenly } from './choose-rows.js';

/** A type, not an interface: these are JSON. */
export type KernelFit = {
  /** LogParameters, rounded. */
  readonly parameters: readonly number[];
  /** How many observations there were. */
  readonly count: number;
};

/** The last factor of each model, with the parameters it was made with. */
export type FactorMemo = Map<string, { readonly key: string; readonly factor: GrowingFactor }>;

export interface ModelRequest {
  /** Tells the models of a search apart. */
  readonly name: string;
  readonly columns: Columns;
  readonly rows: Rows;
  /** Standardised, one for each row. */
  readonly values: Float64Array;
  /** Indices of the rows that count, ascending, and of those among them that predictions are made from. */
  readonly counted: Int32Array;
  readonly modelled: Int32Array;
  /** So many of those that count may be given to a fit. */
  readonly mostFitted: number;
  readonly previous: KernelFit | undefined;
  readonly memo: FactorMemo;
}

export interface ProcessModel {
  readonly gp: GaussianProcess;
  readonly fit: KernelFit;
}

/** Fits are repeated when the observations became more by this share; by the second one, where a fit sees only some of them. */
const growth = 1 / 32;
const growthOfMany = 1 / 8;

/** A process of the standardised values, with kernel parameters that were fitted not long ago. */
export function createProcessModel(request: ModelRequest): ProcessModel {
  const { name, columns, rows, values, modelled, memo } = request;
  const fit = fitIfDue(request);
  // A factor can grow only where all rows are in it, in their order.
  const isAll = modelled.length === rows.count;
  const key = isAll ? fit.parameters.join() : '';
  const known = memo.get(name);
  const factor =
    isAll && known?.key === key ? known.factor : createGrowingFactor(columns, Float64Array.from(fit.parameters));
  factor.grow(pickRows(rows, modelled, columnCount(columns)));
  memo.set(name, { key, factor });
  return { gp: createGaussianProcess(factor, pickValues(values, modelled)), fit };
}

function fitIfDue({ columns, rows, values, counted, mostFitted, previous }: ModelRequest): KernelFit {
  const count = counted.length;
  // Fewer than before: a new start, with other observations.
  const known = previous !== undefined && previous.count <= count ? previous : undefined;
  const share = count <= mostFitted ? growth : growthOfMany;
  if (known !== undefined && count < known.count + Math.max(1, known.count * share)) return known;
  const chosen = chooseEvenly(counted, values, mostFitted);
  const observed = { columns, rows: pickRows(rows, chosen, columnCount(columns)), values: pickValues(values, chosen) };
  // A warm start alone may stay for ever in a mode that calls everything noise.
  const starts = [
    defaultLogParameters(columns.scales),
    ...(known === undefined ? [] : [Float64Array.from(known.parameters)]),
  ];
  const { x } = fitKernel(observed, starts, { maxIterations: 60, gradientTolerance: 0.01 });
  // Six digits are more than the data say, and keep the state small.
  return { parameters: [...x].map((parameter) => Number(parameter.toFixed(6))), count };
}

function pickRows({ values, count }: Rows, chosen: Int32Array, width: number): Rows {
  if (chosen.length === count) return { values, count };
  const picked = new Float64Array(chosen.length * width);
  for (const [i, index] of chosen.entries()) {
    picked.set(values.subarray(index * width, (index + 1) * width), i * width);
  }
  return { values: picked, count: chosen.length };
}

function pickValues(values: Float64Array, chosen: Int32Array): Float64Array {
  // `!`: chosen are indices of the values.
  return Float64Array.from(chosen, (index) => values[index]!);
}
