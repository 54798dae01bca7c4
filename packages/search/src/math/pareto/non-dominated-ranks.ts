import { dominates } from './dominates.js';
import { type Losses, rowCount } from './losses.js';

const none = -1;

/**
 * The front that each row belongs to: 0 where no other row dominates it, 1 where only rows of front 0 do, and so on.
 * Efficient non-dominated sort with binary search (Zhang et al. 2015): sorted by their losses, rows are only dominated by
 * earlier ones, and a front without a dominator has none after it. O(n log n) for two losses, O(w n²) at worst for w.
 */
export function nonDominatedRanks(losses: Losses): Int32Array {
  const count = rowCount(losses);
  const ranks = new Int32Array(count);
  /** The newest row of each front, and for each row the one before it in its front. */
  const newest: number[] = [];
  const previous = new Int32Array(count).fill(none);
  for (const row of sortedRows(losses)) {
    let low = 0;
    let high = newest.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isDominatedBy(losses, row, { newest: newest[middle] ?? none, previous })) low = middle + 1;
      else high = middle;
    }
    ranks[row] = low;
    previous[row] = newest[low] ?? none;
    newest[low] = row;
  }
  return ranks;
}

/** Whether a member of a front dominates `row`, which comes after them in the order of their losses. */
function isDominatedBy(
  losses: Losses,
  row: number,
  { newest, previous }: { readonly newest: number; readonly previous: Int32Array },
): boolean {
  // Of two losses the newest member has the front's least second one: if it does not dominate, none does.
  if (losses.width <= 2) return newest !== none && dominates(losses, newest, row);
  for (let member = newest; member !== none; member = previous[member] as number) {
    if (dominates(losses, member, row)) return true;
  }
  return false;
}

/** By the first loss, then the second, and so on. */
function sortedRows(losses: Losses): Int32Array {
  const { values, width } = losses;
  return Int32Array.from({ length: rowCount(losses) }, (_, row) => row).sort((a, b) => {
    for (let column = 0; column < width; column++) {
      const left = values[a * width + column] as number;
      const right = values[b * width + column] as number;
      if (left !== right) return left < right ? -1 : 1;
    }
    return a - b;
  });
}
