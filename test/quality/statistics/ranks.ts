/** Ranks from 1 for the best; equals share their mean rank, and what is no number comes last. */
export function ranksOf(values: readonly number[], better: 'lower' | 'higher'): number[] {
  const losses = values.map((value) => {
    if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
    return better === 'lower' ? value : -value;
  });
  return losses.map((loss) => {
    const below = losses.filter((other) => other < loss).length;
    const equal = losses.filter((other) => other === loss).length;
    return below + (equal + 1) / 2;
  });
}
