import type { Individual } from '../../genetic/individual.js';
import { rankIndividuals } from '../../genetic/rank-individuals.js';
import { lossesOf } from '../../math/pareto/losses.js';
import { intercepts } from './hyperplane.js';
import { type Niches, nichesOf } from './niches.js';

/** Individuals with what selection compares. Rows belong together by index. */
export interface Population extends Niches {
  readonly members: readonly Individual[];
  /** The front of each, 0 for the best. */
  readonly ranks: Int32Array;
}

/**
 * Normalises by the first front alone: it has the least value of each loss among members that are worth comparing. (The
 * paper keeps the least values ever found; here they could be those of trials that break constraints.)
 */
export function populationOf(members: readonly Individual[], directions: Float64Array): Population {
  const width = members[0]?.losses.length ?? 0;
  const ranks = rankIndividuals(members);
  const front = members.filter((_, index) => ranks[index] === 0).map(({ losses }) => losses);
  const ideal = Float64Array.from({ length: width }, (_, column) => Math.min(...front.map((row) => row[column] ?? 0)));
  const scale = intercepts(lossesOf(front, width), ideal);
  const all = lossesOf(
    members.map(({ losses }) => losses),
    width,
  );
  return { members, ranks, ...nichesOf(all, { ideal, scale }, directions) };
}

/** Without the member of the last front that is farthest off in the fullest niche; of equals the oldest goes. */
export function withoutWorst({ members, ranks, niche, distance }: Population): readonly Individual[] {
  const crowd = new Map<number, number>();
  for (const index of niche) crowd.set(index, (crowd.get(index) ?? 0) + 1);
  const badness = (index: number) =>
    [ranks[index] as number, crowd.get(niche[index] as number) ?? 0, distance[index] as number] as const;
  let worst = 0;
  for (let index = 1; index < members.length; index++) {
    if (compare(badness(index), badness(worst)) > 0) worst = index;
  }
  return members.filter((_, index) => index !== worst);
}

/**
 * Positive when `a` is the better parent: within a niche by front, then by distance; members of different niches are no
 * rivals (Seada and Deb 2016, algorithm 3), unless only one of them holds the constraints to its end.
 */
export function compareNiched({ members, ranks, niche, distance }: Population, a: number, b: number): number {
  const kinds = (members[b]?.tier[0] ?? 0) - (members[a]?.tier[0] ?? 0);
  if (kinds !== 0) return kinds;
  if (niche[a] !== niche[b]) return 0;
  return (ranks[b] as number) - (ranks[a] as number) || (distance[b] as number) - (distance[a] as number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
