import { rankRows } from './rank-rows.js';

/**
 * Which of some observations, given by their indices, models of bounded cost see: a quarter are the best by their scores of
 * each objective, a quarter the newest, and the rest every k-th of the others. All of them, where `limit` allows. In
 * ascending order.
 */
export function chooseRows(indices: Int32Array, scores: readonly Float64Array[], limit: number): Int32Array {
  if (indices.length <= limit) return indices;
  const quarter = Math.floor(limit / 4);
  const chosen = new Set(indices.slice(indices.length - quarter));
  for (const index of rankRows(indices, scores)) {
    if (chosen.size === 2 * quarter) break;
    chosen.add(index);
  }
  return addEvenly(indices, chosen, limit).sort();
}

/** At most `limit` of all ranks, evenly from best to worst: as the values are distributed, so are those of the chosen. */
export function chooseEvenly(indices: Int32Array, values: Float64Array, limit: number): Int32Array {
  if (indices.length <= limit) return indices;
  return addEvenly(Int32Array.from(rankRows(indices, [values])), new Set(), limit).sort();
}

function addEvenly(from: Int32Array, chosen: ReadonlySet<number>, limit: number): Int32Array {
  const others = from.filter((index) => !chosen.has(index));
  const wanted = limit - chosen.size;
  // `!`: within the others.
  const added = Array.from({ length: wanted }, (_, i) => others[Math.floor((i * others.length) / wanted)]!);
  return Int32Array.of(...chosen, ...added);
}
