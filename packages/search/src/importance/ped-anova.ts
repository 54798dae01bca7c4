import type { Rng } from '@cambium/core';
import { type Column, cellDensity } from './cell-density.js';

export interface Importance {
  /** In parts of the sum over all columns, in [0, 1]. */
  readonly share: number;
  /** False: a column that has nothing to do with the values would often look as important. */
  readonly clear: boolean;
}

/** Trials below which nothing is said. */
export const leastTrials = 20;
/** The best of all that are compared with all. */
const topShare = 0.2;
const shuffles = 40;

/**
 * Which columns tell the best trials from all of them: PED-ANOVA (Watanabe, Bansal and Hutter 2023) in its local form, which
 * compares with the trials that there are: the Pearson divergence of a column's distribution among the best from that among
 * all. As few trials differ by chance too, the mean divergence of as many drawn by chance, 40 times, is subtracted, and what
 * is above all of these is clear. Costs O(n + 32²) for each column, 42 times.
 *
 * @param losses lower is better; as long as each column
 * @returns one per column; undefined for less than 20 trials, or values that are all equal
 */
export function pedAnova(
  columns: readonly Column[],
  losses: readonly number[],
  rng: Rng,
): readonly Importance[] | undefined {
  const n = losses.length;
  if (n < leastTrials || losses.every((loss) => loss === losses[0])) return undefined;
  const rows = Array.from(losses, (_, row) => row);
  // Equal ones in random order, so that no column is told by the order of trials.
  const order = rng.shuffle(rows).sort((a, b) => losses[a]! - losses[b]!);
  const most = Math.max(5, Math.ceil(topShare * n));
  const best = order.slice(0, most);
  const drawn = Array.from({ length: shuffles }, (_, i) => rng.fork(i).shuffle(rows).slice(0, most));
  const found = columns.map((column) => {
    const all = cellDensity(column, rows);
    const divergence = pearson(cellDensity(column, best), all);
    const byChance = drawn.map((some) => pearson(cellDensity(column, some), all));
    const mean = byChance.reduce((sum, each) => sum + each, 0) / shuffles;
    return { excess: Math.max(0, divergence - mean), clear: divergence > Math.max(...byChance) };
  });
  const total = found.reduce((sum, { excess }) => sum + excess, 0);
  return found.map(({ excess, clear }) => ({ share: total === 0 ? 0 : excess / total, clear }));
}

/** Σ q · (p/q − 1)². */
function pearson(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, chance, i) => sum + (chance - q[i]!) ** 2 / q[i]!, 0);
}
