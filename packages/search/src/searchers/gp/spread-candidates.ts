import type { Rng } from '@cambium/core';
import { createQuasiRandom } from '../../math/quasi-random/create-quasi-random.js';
import type { SearchRegion } from './search-region.js';

/** Coordinates in which a candidate of a local region differs from the middle, on average (Eriksson et al. 2019). */
const moved = 20;

/**
 * Positions from a scrambled Sobol sequence in a region. Of more than {@link moved} dimensions, those of a local region keep
 * the middle's coordinates in most: else none of them would be near it.
 */
export function spreadCandidates({ lower, upper, center }: SearchRegion, count: number, rng: Rng): Float64Array[] {
  const dimensions = lower.length;
  const sequence = createQuasiRandom(dimensions, { sequence: 'sobol', scramble: rng.fork('spread') });
  const mask = rng.fork('mask');
  const share = moved / dimensions;
  return Array.from({ length: count }, (_, index) => {
    const forced = mask.int(dimensions);
    return sequence.point(index).map((unit, i) => {
      // `!`: all have as many coordinates.
      if (center !== undefined && share < 1 && i !== forced && mask.next() >= share) return center[i]!;
      return lower[i]! + unit * (upper[i]! - lower[i]!);
    });
  });
}
