import { farthestFirst } from '../../math/pareto/farthest-first.js';
import { lossesOf } from '../../math/pareto/losses.js';
import { nonDominatedRanks } from '../../math/pareto/non-dominated-ranks.js';

/**
 * Whether a result has one of so many places among all: front by front, and within the front that the last places are on,
 * spread out (an ε-net). Equal results share the better place.
 */
export function hasPlaceOnFronts(
  own: readonly number[],
  others: readonly (readonly number[])[],
  places: number,
): boolean {
  const losses = lossesOf([...others, own], own.length);
  const ranks = nonDominatedRanks(losses);
  const ownRank = ranks[others.length] as number;
  const before = ranks.filter((rank) => rank < ownRank).length;
  const front = [...ranks.keys()].filter((row) => ranks[row] === ownRank);
  if (before >= places || before + front.length <= places) return before < places;
  let place = before;
  for (const row of farthestFirst(losses, front)) {
    if (place++ >= places) return false;
    if (isEqual(others[row] ?? own, own)) return true;
  }
  return false;
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.every((loss, i) => loss === b[i]);
}
