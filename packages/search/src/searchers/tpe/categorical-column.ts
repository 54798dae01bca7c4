import type { KernelColumn } from './kernel-column.js';

/**
 * Each observation's kernel is 1/(n + 1) for every choice and 1 more for the observed one, normalised; the prior is uniform.
 * So is the kernel of an observation without the parameter (NaN).
 *
 * @param observed Indices of choices, one for each observation.
 */
export function categoricalColumn(choices: number, observed: Float64Array): KernelColumn {
  const count = observed.length + 1;
  const own = new Int32Array(count).fill(-1);
  let present = 0;
  for (let kernel = 0; kernel < observed.length; kernel++) {
    const choice = observed[kernel]!; // `!` in this file: one entry for each kernel.
    if (Number.isNaN(choice)) continue;
    own[kernel] = choice;
    present++;
  }
  const total = 1 + choices / (present + 1);
  const hit = (1 + 1 / (present + 1)) / total;
  const miss = 1 / (present + 1) / total;
  const logHit = Math.log(hit);
  const logMiss = Math.log(miss);
  /** By choice, after what says nothing of any. */
  const logs = new Float64Array(choices + 1).fill(-Math.log(choices));
  return {
    logScales: undefined,
    add(coordinate, terms, { from, to }) {
      logs.fill(logMiss, 1);
      logs[coordinate + 1] = logHit;
      for (let kernel = from; kernel < to; kernel++) terms[kernel]! += logs[own[kernel]! + 1]!;
    },
    sample(kernel, rng) {
      const choice = own[kernel] ?? -1;
      // The observed choice gets `hit − miss` by itself, and its share of what is uniform.
      return choice >= 0 && rng.next() < hit - miss ? choice : rng.int(choices);
    },
  };
}
