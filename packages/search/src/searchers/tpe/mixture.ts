import type { Rng } from '@cambium/core';
import type { KernelColumn } from './kernel-column.js';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { exp, log } = Math;

/** Terms so far below another change a sum of 10,000 of them by less than 1e-13. */
const negligible = 40;

/** The kernels of one parameter within a product. */
export interface MixtureColumn {
  /** Index of the parameter in the space. */
  readonly parameter: number;
  readonly kernels: KernelColumn;
  /** Whether a point may be without it. */
  readonly optional: boolean;
}

/** A density over points: a weighted sum of kernels, each the product of its parameters' kernels. */
export interface Mixture {
  readonly columns: readonly MixtureColumn[];
  /** How many kernels there are; the last is the prior. */
  readonly count: number;
  /** Draws a kernel by weight. */
  pick(rng: Rng): number;
  /** Of the coordinates that the point has: optional ones may be NaN. */
  logDensity(point: Float64Array): number;
}

/** `weights` sum to 1: one for each kernel. */
export function createMixture(columns: readonly MixtureColumn[], weights: Float64Array): Mixture {
  const count = weights.length;
  const base = new Float64Array(count);
  for (let kernel = 0; kernel < count; kernel++) base[kernel] = log(weights[kernel]!);
  for (const { kernels, optional } of columns) if (!optional) subtract(base, kernels.logScales);
  const terms = new Float64Array(count);
  return {
    columns,
    count,
    pick(rng) {
      let remaining = rng.next();
      let kernel = 0;
      // The last kernel takes what rounding leaves. `!` here and below: one entry for each kernel or parameter.
      while (kernel < count - 1 && remaining >= weights[kernel]!) remaining -= weights[kernel++]!;
      return kernel;
    },
    logDensity(point) {
      terms.set(base);
      let prior = base[count - 1]!;
      for (const { parameter, kernels, optional } of columns) {
        const coordinate = point[parameter]!;
        if (Number.isNaN(coordinate)) continue;
        prior += kernels.prior(coordinate);
        if (!optional) continue;
        subtract(terms, kernels.logScales);
        prior -= kernels.logScales?.[count - 1] ?? 0;
      }
      const floor = prior - negligible;
      for (const { parameter, kernels } of columns) {
        const coordinate = point[parameter]!;
        if (!Number.isNaN(coordinate)) kernels.add(coordinate, terms, floor);
      }
      return logSumExp(terms, floor);
    },
  };
}

function subtract(terms: Float64Array, amounts: Float64Array | undefined): void {
  if (amounts === undefined) return;
  for (let i = 0; i < terms.length; i++) terms[i]! -= amounts[i]!; // `!`: both have an entry for each kernel.
}

/** log Σ exp of the terms that are not below `floor`, without overflow. One is not: the prior's. */
function logSumExp(terms: Float64Array, floor: number): number {
  let largest = floor;
  for (let i = 0; i < terms.length; i++) if (terms[i]! > largest) largest = terms[i]!;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) if (terms[i]! >= floor) sum += exp(terms[i]! - largest);
  return largest + log(sum);
}
