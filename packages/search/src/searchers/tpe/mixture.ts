import type { Rng } from '@cambium/core';
import type { KernelColumn, KernelSpan } from './kernel-column.js';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { exp, log } = Math;

/** Kernels that are looked at before asking for the first time whether that is enough; then twice as many each time. */
const firstSpan = 32;

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
  /**
   * Of the coordinates that the point has: optional ones may be NaN. Where it is more than `enough`, any number from `enough`
   * up to it may be the answer.
   */
  logDensity(point: Float64Array, enough?: number): number;
}

/** `weights` sum to 1: one for each kernel. */
export function createMixture(columns: readonly MixtureColumn[], weights: Float64Array): Mixture {
  const count = weights.length;
  const base = new Float64Array(count);
  for (let kernel = 0; kernel < count; kernel++) base[kernel] = log(weights[kernel]!);
  for (const { kernels, optional } of columns) if (!optional) subtract(base, kernels.logScales);
  const terms = new Float64Array(count);
  const hasOptional = columns.some(({ optional }) => optional);
  const all = bySpeed(columns);
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
    logDensity(point, enough = Infinity) {
      terms.set(base);
      const present = hasOptional ? columns.filter(({ parameter }) => !Number.isNaN(point[parameter])) : columns;
      for (const { kernels, optional } of present) if (optional) subtract(terms, kernels.logScales);
      const { quick, slow } = hasOptional ? bySpeed(present) : all;
      let total = -Infinity;
      // The newest first: a search that converges asks near them, so that they say the most.
      for (let to = count, length = firstSpan; to > 0 && total < enough; to -= length, length *= 2) {
        const span = { from: Math.max(0, to - length), to, floor: total - negligible };
        for (const { parameter, kernels } of quick) kernels.add(point[parameter]!, terms, span);
        for (const [done, { parameter, kernels }] of slow.entries()) {
          const floor = Math.max(span.floor, leastThatCounts(terms, span, { missing: slow.slice(done), point }));
          kernels.add(point[parameter]!, terms, { ...span, floor });
        }
        total = logSumExp(terms, span, total);
      }
      return total;
    },
  };
}

/** Those that take long come last: by then most terms are too small to count. */
function bySpeed(columns: readonly MixtureColumn[]) {
  return {
    quick: columns.filter(({ kernels }) => kernels.termAt === undefined),
    slow: columns.filter(({ kernels }) => kernels.termAt !== undefined),
  };
}

/** What is below this before `missing` columns are added can't count: a term is known to be so much larger in the end. */
function leastThatCounts(
  terms: Float64Array,
  span: KernelSpan,
  { missing, point }: { readonly missing: readonly MixtureColumn[]; readonly point: Float64Array },
): number {
  const whole = (kernel: number) =>
    missing.reduce((sum, { parameter, kernels }) => {
      return sum + (kernels.termAt?.(point[parameter]!, kernel) ?? 0);
    }, terms[kernel]!);
  // The last, which at first is the prior, that nothing is far from; and what seems the largest.
  return Math.max(whole(span.to - 1), whole(indexOfLargest(terms, span))) - negligible;
}

function indexOfLargest(terms: Float64Array, { from, to }: KernelSpan): number {
  let index = from;
  let largest = -Infinity;
  for (let i = from; i < to; i++) {
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

/** log (exp `total` + Σ exp of the span's terms), without overflow. */
function logSumExp(terms: Float64Array, span: KernelSpan, total: number): number {
  const largest = Math.max(total, terms[indexOfLargest(terms, span)]!);
  let sum = exp(total - largest);
  for (let i = span.from; i < span.to; i++) {
    if (terms[i]! >= largest - negligible) sum += exp(terms[i]! - largest);
  }
  return largest + log(sum);
}
