/**
 * The part of objective space that would be an improvement, cut into boxes. With one objective that is all above the best;
 * with several, all above the reference point that no point of the front dominates.
 */
export interface ImprovementCells {
  /** For each objective, the coordinates of all sides, ascending; the last is ∞. */
  readonly levels: readonly Float64Array[];
  /** For each box and objective, the indices of its lower and upper side among the levels. */
  readonly sides: Int32Array;
  readonly count: number;
}

/** Points of `objectives` scores each; more is better. `reference` is worse than all that counts. */
export function improvementCells(front: readonly Float64Array[], reference: ArrayLike<number>): ImprovementCells {
  const levels = Array.from(reference, (worst, objective) => {
    // `!` here and below: all points have as many scores as the reference.
    const own = front.map((point) => point[objective]!).filter((score) => score > worst);
    return Float64Array.from(new Set([worst, ...own.toSorted((a, b) => a - b), Infinity]));
  });
  const sides: number[] = [];
  cut(front, levels, [], sides);
  return { levels, sides: Int32Array.from(sides), count: sides.length / (2 * levels.length) };
}

/**
 * Slices along the last objective that is not fixed yet: between two levels, only points that reach the upper one dominate
 * anything. What remains is the same problem with one objective less. `fixed` are the sides from there on, last first.
 */
function cut(
  points: readonly Float64Array[],
  levels: readonly Float64Array[],
  fixed: readonly (readonly [number, number])[],
  sides: number[],
): void {
  const objective = levels.length - 1 - fixed.length;
  const own = levels[objective]!;
  if (objective === 0) {
    const best = points.reduce((most, point) => Math.max(most, point[0]!), own[0]!);
    const lower = own.indexOf(best);
    sides.push(lower, own.length - 1, ...fixed.toReversed().flat());
    return;
  }
  for (let lower = 0; lower + 1 < own.length; lower++) {
    const reaching = points.filter((point) => point[objective]! >= own[lower + 1]!);
    cut(reaching, levels, [...fixed, [lower, lower + 1]], sides);
  }
}
