/** Indices by rank: the first list holds those of rank 0, and so on. */
export function frontsOf(ranks: Int32Array): number[][] {
  const fronts: number[][] = [];
  for (const [index, rank] of ranks.entries()) {
    while (fronts.length <= rank) fronts.push([]);
    fronts[rank]?.push(index);
  }
  return fronts;
}
