/**
 * Which of some observations, given by their indices, a model of bounded cost sees: a quarter are the best, a quarter the
 * newest, and the rest every k-th of the others. All of them, where `limit` allows. In ascending order.
 */
export function chooseRows(indices: Int32Array, values: Float64Array, limit: number): Int32Array {
  if (indices.length <= limit) return indices;
  const quarter = Math.floor(limit / 4);
  const chosen = new Set(indices.slice(indices.length - quarter));
  for (const index of ranked(indices, values)) {
    if (chosen.size === 2 * quarter) break;
    chosen.add(index);
  }
  return addEvenly(indices, chosen, limit).sort();
}

/** At most `limit` of all ranks, evenly from best to worst: as the values are distributed, so are those of the chosen. */
export function chooseEvenly(indices: Int32Array, values: Float64Array, limit: number): Int32Array {
  if (indices.length <= limit) return indices;
  return addEvenly(ranked(indices, values), new Set(), limit).sort();
}

// `!` below: indices of the values.

function ranked(indices: Int32Array, values: Float64Array): Int32Array {
  return indices.toSorted((a, b) => values[b]! - values[a]! || a - b);
}

function addEvenly(from: Int32Array, chosen: ReadonlySet<number>, limit: number): Int32Array {
  const others = from.filter((index) => !chosen.has(index));
  const wanted = limit - chosen.size;
  const added = Array.from({ length: wanted }, (_, i) => others[Math.floor((i * others.length) / wanted)]!);
  return Int32Array.of(...chosen, ...added);
}
