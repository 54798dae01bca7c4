import { lossesOf } from '../math/pareto/losses.js';
import { nonDominatedRanks } from '../math/pareto/non-dominated-ranks.js';
import { compareTiers, type Individual } from './individual.js';

/** The front of each individual, 0 for the best: constrained domination (Deb et al. 2002, §VI). */
export function rankIndividuals(individuals: readonly Individual[]): Int32Array {
  const ranks = new Int32Array(individuals.length);
  let next = 0;
  for (const tier of tiersOf(individuals)) {
    const rows = tier.map((index) => (individuals[index] as Individual).losses);
    const within = nonDominatedRanks(lossesOf(rows, rows[0]?.length ?? 0));
    let last = 0;
    for (const [place, index] of tier.entries()) {
      const rank = within[place] as number;
      ranks[index] = next + rank;
      last = Math.max(last, rank);
    }
    next += last + 1;
  }
  return ranks;
}

/** Indices of the individuals that only their losses tell apart, best tier first. */
function tiersOf(individuals: readonly Individual[]): number[][] {
  const tierOf = (index: number) => (individuals[index] as Individual).tier;
  const order = individuals.map((_, index) => index).sort((a, b) => compareTiers(tierOf(a), tierOf(b)) || a - b);
  const tiers: number[][] = [];
  for (const index of order) {
    const current = tiers.at(-1);
    const same = current !== undefined && compareTiers(tierOf(current[0] as number), tierOf(index)) === 0;
    if (same) current.push(index);
    else tiers.push([index]);
  }
  return tiers;
}
