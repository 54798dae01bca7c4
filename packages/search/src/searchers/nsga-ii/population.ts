import { frontsOf } from '../../genetic/fronts-of.js';
import type { Individual } from '../../genetic/individual.js';
import { rankIndividuals } from '../../genetic/rank-individuals.js';
import { crowdingDistances } from '../../math/pareto/crowding-distances.js';
import { lossesOf } from '../../math/pareto/losses.js';

/** Individuals with what a tournament compares. Rows belong together by index. */
export interface Population {
  readonly members: readonly Individual[];
  /** The front of each, 0 for the best. */
  readonly ranks: Int32Array;
  /** How lonely each is in its front. */
  readonly crowding: Float64Array;
}

export function populationOf(members: readonly Individual[]): Population {
  const ranks = rankIndividuals(members);
  const crowding = new Float64Array(members.length);
  const losses = lossesOf(
    members.map((member) => member.losses),
    members[0]?.losses.length ?? 0,
  );
  for (const front of frontsOf(ranks)) {
    const distances = crowdingDistances(losses, front);
    for (const [place, index] of front.entries()) crowding[index] = distances[place] as number;
  }
  return { members, ranks, crowding };
}

/** Positive when `a` is better by the crowded comparison (Deb et al. 2002, §III-B), 0 for equals. */
export function compareCrowded({ ranks, crowding }: Population, a: number, b: number): number {
  const fronts = (ranks[b] as number) - (ranks[a] as number);
  if (fronts !== 0) return fronts;
  const left = crowding[a] as number;
  const right = crowding[b] as number;
  return left === right ? 0 : left - right;
}

/** Without the most crowded member of the last front; of equals the oldest goes. */
export function withoutWorst(population: Population): readonly Individual[] {
  let worst = 0;
  for (let index = 1; index < population.members.length; index++) {
    if (compareCrowded(population, index, worst) < 0) worst = index;
  }
  return population.members.filter((_, index) => index !== worst);
}
