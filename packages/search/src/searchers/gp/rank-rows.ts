import { farthestFirst } from '../../math/pareto/farthest-first.js';
import { type Losses, lossesOf } from '../../math/pareto/losses.js';
import { nonDominatedRanks } from '../../math/pareto/non-dominated-ranks.js';

/**
 * Some observations, given by their indices, best first. `scores` are those of each objective. With several, the front comes
 * first, then what would be the front without it, and so on; each in an order of which every beginning is spread over it.
 */
export function* rankRows(indices: Int32Array, scores: readonly Float64Array[]): Generator<number> {
  const [only, ...others] = scores;
  // `!` in this function: indices of the scores.
  if (only !== undefined && others.length === 0) {
    yield* indices.toSorted((a, b) => only[b]! - only[a]! || a - b);
    return;
  }
  const fronts: number[][] = [];
  const losses = lossesAt(indices, scores);
  for (const [place, rank] of nonDominatedRanks(losses).entries()) (fronts[rank] ??= []).push(place);
  for (const front of fronts) for (const place of farthestFirst(losses, front)) yield indices[place]!;
}

/** Those that none of the others dominates, in their order. */
export function frontRows(indices: Int32Array, scores: readonly Float64Array[]): Int32Array {
  const ranks = nonDominatedRanks(lossesAt(indices, scores));
  return indices.filter((_, place) => ranks[place] === 0);
}

function lossesAt(indices: Int32Array, scores: readonly Float64Array[]): Losses {
  return lossesOf(
    // `!`: indices of the scores.
    Array.from(indices, (index) => scores.map((own) => -own[index]!)),
    scores.length,
  );
}
