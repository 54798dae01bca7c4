/** An index with a chance in proportion to its weight, none of which is negative; `draw` is uniform in [0, 1). */
export function weightedIndex(weights: readonly number[], draw: number): number {
  let left = draw * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  // What rounding leaves is the last one's.
  return index < 0 ? weights.length - 1 : index;
}
