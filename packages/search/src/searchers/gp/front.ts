/** Those that no other is at least as good as in every score and better in one; of equals the first. More is better. */
export function nonDominated<T>(items: readonly T[], scoresOf: (item: T) => Float64Array): T[] {
  const front: { item: T; scores: Float64Array }[] = [];
  for (const item of items) {
    const scores = scoresOf(item);
    if (front.some((other) => isCovered(scores, other.scores))) continue;
    const kept = front.filter((other) => !isCovered(other.scores, scores));
    kept.push({ item, scores });
    front.splice(0, front.length, ...kept);
  }
  return front.map(({ item }) => item);
}

/** Whether `by` is nowhere worse than `scores`. */
function isCovered(scores: Float64Array, by: Float64Array): boolean {
  // `!`: both have one score for each objective.
  return scores.every((score, objective) => score <= by[objective]!);
}

/** So many points of a front are enough for a hypervolume; the boxes of n points are about n^(objectives − 1). */
const mostPoints: Readonly<Record<number, number>> = { 1: 1, 2: 64, 3: 60, 4: 8 };

/** At most as many as a hypervolume can be computed for: the ends, and evenly between in the order of the first objective. */
export function thinFront<T>(front: readonly T[], scoresOf: (item: T) => Float64Array): T[] {
  const objectives = front[0] === undefined ? 1 : scoresOf(front[0]).length;
  const most = mostPoints[objectives] ?? 6;
  const ordered = front.toSorted((a, b) => scoresOf(a)[0]! - scoresOf(b)[0]!);
  if (ordered.length <= most) return ordered;
  return Array.from({ length: most }, (_, i) => ordered[Math.round((i * (ordered.length - 1)) / (most - 1))]!);
}

/** Less than this share of the front's range is little. */
const little = 0.05;

/** What the hypervolume may be measured from: two points, both worse than what counts. */
export interface ReferenceRange {
  /** A tenth of the front's range below its worst scores. */
  readonly near: Float64Array;
  /** A tenth of the range of all below the worst of all. */
  readonly far: Float64Array;
}

/**
 * From near, all of the front weighs about the same, and places where the front is not known yet weigh nothing; from far, the
 * ends of the front outweigh its middle. Points of the front whose advantage is little and whose disadvantage is not are left
 * out for `near`: one that wins a thousandth in one objective and loses all in another is no end of the front.
 */
export function referenceRange(front: readonly Float64Array[], all: readonly Float64Array[]): ReferenceRange {
  // `!`: all points have as many scores.
  const ranges = rangesOf(front);
  const isPoor = (point: Float64Array) =>
    front.some(
      (other) =>
        other.every((score, objective) => score >= point[objective]! - little * ranges[objective]!.width) &&
        other.some((score, objective) => score > point[objective]! + 3 * little * ranges[objective]!.width),
    );
  const kept = front.filter((point) => !isPoor(point));
  const below = (points: readonly Float64Array[]) =>
    Float64Array.from(rangesOf(points), ({ worst, width }) => worst - 0.1 * Math.max(width, 0.01));
  return { near: below(kept.length === 0 ? front : kept), far: below(all) };
}

function rangesOf(points: readonly Float64Array[]): { worst: number; width: number }[] {
  return Array.from(points[0] ?? [], (_, objective) => {
    const scores = points.map((point) => point[objective]!);
    const worst = Math.min(...scores);
    return { worst, width: Math.max(...scores) - worst };
  });
}
