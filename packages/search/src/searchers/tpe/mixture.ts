import type { Rng } from '@cambium/core';
import type { KernelColumn } from './kernel-column.js';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { exp, log } = Math;

/** Terms so far below another change the logarithm of a sum of 10,000 of them by less than 1e-9. */
const negligible = 30;

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
      const present = columns.filter(({ parameter }) => !Number.isNaN(point[parameter]));
      for (const { kernels, optional } of present) if (optional) subtract(terms, kernels.logScales);
      for (const { parameter, kernels } of present) {
        if (kernels.termAt === undefined) kernels.add(point[parameter]!, terms, -Infinity);
      }
      const slow = present.filter(({ kernels }) => kernels.termAt !== undefined);
      for (const [done, { parameter, kernels }] of slow.entries()) {
        const floor = leastThatCounts(terms, slow.slice(done), point);
        kernels.add(point[parameter]!, terms, floor);
      }
      return logSumExp(terms);
    },
  };
}

/** What is below this before `missing` columns are added can't count: two terms are known to be so much larger in the end. */
function leastThatCounts(terms: Float64Array, missing: readonly MixtureColumn[], point: Float64Array): number {
  const whole = (kernel: number) =>
    missing.reduce((sum, { parameter, kernels }) => {
      return sum + (kernels.termAt?.(point[parameter]!, kernel) ?? 0);
    }, terms[kernel]!);
  // The prior, which nothing is far from, and what seems the largest.
  return Math.max(whole(terms.length - 1), whole(indexOfLargest(terms))) - negligible;
}

function indexOfLargest(terms: Float64Array): number {
  let index = 0;
  let largest = -Infinity;
  for (let i = 0; i < terms.length; i++) {
    if (terms[i]! > largest) {
      largest = terms[i]!;
      index = i;
    }
  }
  return index;
}

function subtract(terms: Float64Array, amounts: Float64Array | undefined): void {
  if (amounts === undefined) return;
  for (let i = 0; i < terms.length; i++) terms[i]! -= amounts[i]!; // `!`: both have an entry for each kernel.
}

/** log Σ exp, without overflow. */
function logSumExp(terms: Float64Array): number {
  const largest = terms[indexOfLargest(terms)]!;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) if (terms[i]! >= largest - negligible) sum += exp(terms[i]! - largest);
  return largest + log(sum);
}
