import type { Rng } from '@cambium/core';
import { firstPrimes } from './first-primes.js';
import type { QuasiRandomSequence } from './quasi-random-sequence.js';

/** What a double in [0, 1) resolves: smaller digits do not count. */
const precision = 2 ** -53;

export interface HaltonSettings {
  /** Permutes each digit of each dimension at random (Owen 2017); makes each point uniform. */
  readonly scramble?: Rng;
  /** How many of the smallest primes are no bases. Default 0. */
  readonly skippedBases?: number;
}

/**
 * The Halton sequence: in each dimension, the digits of the index in that dimension's prime base, mirrored at the point.
 * Unscrambled, its first point is the origin, and dimensions of large bases run in parallel for long.
 */
export function createHalton(
  dimensions: number,
  { scramble, skippedBases = 0 }: HaltonSettings = {},
): QuasiRandomSequence {
  const bases = firstPrimes(skippedBases + dimensions).slice(skippedBases);
  const inverses = bases.map((base, dimension) =>
    scramble === undefined ? radicalInverse(base) : scrambledRadicalInverse(base, scramble.fork(dimension)),
  );
  return { dimensions, point: (index) => Float64Array.from(inverses, (inverse) => inverse(index)) };
}

function radicalInverse(base: number): (index: number) => number {
  return (index) => {
    let inverse = 0;
    let weight = 1;
    for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
      weight /= base;
      inverse += (rest % base) * weight;
    }
    return inverse;
  };
}

/**
 * Each digit gets a uniform permutation: a random shift after a shuffle of all digits but 0. So a leading zero, which most
 * digits are, needs the shift alone.
 */
function scrambledRadicalInverse(base: number, rng: Rng): (index: number) => number {
  const places = Math.ceil(Math.log(1 / precision) / Math.log(base));
  const draws = rng.fork('shifts');
  const shifts = Array.from({ length: places }, () => draws.int(base));
  const shuffles: (readonly number[])[] = [];
  const shuffled = (digit: number, place: number) => {
    if (digit === 0) return 0;
    shuffles[place] ??= rng.fork(place).shuffle(Array.from({ length: base - 1 }, (_, i) => i + 1));
    // `!`: a digit other than 0 is from 1 to base − 1.
    return shuffles[place][digit - 1]!;
  };
  return (index) => {
    let inverse = 0;
    let weight = 1;
    let rest = index;
    for (const [place, shift] of shifts.entries()) {
      weight /= base;
      inverse += ((shuffled(rest % base, place) + shift) % base) * weight;
      rest = Math.floor(rest / base);
    }
    return Math.min(inverse, 1 - precision);
  };
}
