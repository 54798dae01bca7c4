import type { AskContext, HistoryFold, Params } from '@cambium/core';

/** Where told trials, pending ones and suggestions of this very ask lie. */
export interface SeenPoints {
  add(params: Params): void;
  /**
   * Sum over the parameters of the squared distance from the nearest, as a share of the range; of what only one of the two
   * has, and of different choices, 1. Infinity from nothing.
   */
  distanceToNearest(params: Params): number;
}

/** Positions in the unit cube, NaN where a parameter is not active. */
const toldPoints: HistoryFold<Float64Array[]> = {
  start: () => [],
  add(points, { params }, { space }) {
    points.push(space.encode(params));
    return points;
  },
};

export function seenPoints({ space, history, pending }: AskContext<unknown>): SeenPoints {
  const told = history.fold(toldPoints);
  const here = pending.map(({ params }) => space.encode(params));
  const isCategorical = space.parameters.map(({ domain }) => domain.kind === 'categorical');
  return {
    add: (params) => void here.push(space.encode(params)),
    distanceToNearest(params) {
      const point = space.encode(params);
      return Math.min(nearest(told, { point, isCategorical }), nearest(here, { point, isCategorical }));
    },
  };
}

function nearest(
  points: readonly Float64Array[],
  { point, isCategorical }: { readonly point: Float64Array; readonly isCategorical: readonly boolean[] },
): number {
  let least = Infinity;
  for (const other of points) {
    let sum = 0;
    for (let axis = 0; axis < point.length; axis++) {
      // `!`: all have an entry for each parameter.
      const here = point[axis]!;
      const there = other[axis]!;
      if (Number.isNaN(here) && Number.isNaN(there)) continue;
      if (Number.isNaN(here) || Number.isNaN(there)) sum += 1;
      else if (isCategorical[axis]) sum += here === there ? 0 : 1;
      else sum += (here - there) ** 2;
    }
    least = Math.min(least, sum);
  }
  return least;
}
