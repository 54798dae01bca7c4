import type { Rng } from '@cambium/core';
import type { QuasiRandomSequence } from './quasi-random-sequence.js';
import { sobolDirectionNumbers } from './sobol-direction-numbers.js';

/** Bits of a coordinate. */
const bits = 32;

const recurrences = sobolDirectionNumbers
  .trim()
  .split(',')
  .map((numbers) =>
    numbers
      .trim()
      .split(/\s+/)
      .map((number) => Number.parseInt(number, 36)),
  );

/** Dimensions there are direction numbers for. */
export const sobolDimensions: number = 1 + recurrences.length;

/**
 * The Sobol sequence in Gray-code order (Antonov and Saleev 1979) with the direction numbers of Joe and Kuo (2008); with
 * `scramble`, after a random linear matrix scramble and a digital shift (Matoušek 1998), which keep it a digital net and
 * make each point uniform. Unscrambled, the first point is the origin.
 *
 * @throws RangeError for more than {@link sobolDimensions} dimensions.
 */
export function createSobol(dimensions: number, scramble?: Rng): QuasiRandomSequence {
  if (dimensions > sobolDimensions) {
    throw new RangeError(`there are Sobol directions for ${sobolDimensions} dimensions, not for ${dimensions}`);
  }
  const directions = new Uint32Array(dimensions * bits);
  const shifts = new Uint32Array(dimensions);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const own = directions.subarray(dimension * bits, (dimension + 1) * bits);
    fillDirections(own, recurrences[dimension - 1]);
    if (scramble === undefined) continue;
    const rng = scramble.fork(dimension);
    scrambleDirections(own, rng);
    shifts[dimension] = rng.int(2 ** 32);
  }
  return {
    dimensions,
    point(index) {
      const point = new Float64Array(dimensions);
      const gray = (index ^ (index >>> 1)) >>> 0;
      for (let dimension = 0; dimension < dimensions; dimension++) {
        let sum = shifts[dimension]!;
        for (let rest = gray, bit = dimension * bits; rest !== 0; rest >>>= 1, bit++) {
          // `!` here and below: the index stays within the array.
          if ((rest & 1) === 1) sum ^= directions[bit]!;
        }
        point[dimension] = (sum >>> 0) / 2 ** bits;
      }
      return point;
    },
  };
}

/** Direction k is a binary fraction, its first digit in the highest bit. Without a recurrence: the van der Corput sequence. */
function fillDirections(directions: Uint32Array, recurrence: readonly number[] | undefined): void {
  const [polynomial = 0, ...initial] = recurrence ?? [];
  const degree = initial.length;
  for (let k = 0; k < bits; k++) {
    if (recurrence === undefined) directions[k] = 1 << (bits - 1 - k);
    else if (k < degree) directions[k] = initial[k]! << (bits - 1 - k);
    else {
      const oldest = directions[k - degree]!;
      let direction = oldest ^ (oldest >>> degree);
      for (let j = 1; j < degree; j++) {
        if (((polynomial >>> (degree - 1 - j)) & 1) === 1) direction ^= directions[k - j]!;
      }
      directions[k] = direction;
    }
  }
}

/** Multiplies by a random lower triangular matrix over two elements: a digit depends on itself and on those before it. */
function scrambleDirections(directions: Uint32Array, rng: Rng): void {
  const rows = Uint32Array.from({ length: bits }, (_, digit) => {
    const own = (1 << (bits - 1 - digit)) >>> 0;
    return digit === 0 ? own : own | (rng.int(2 ** digit) * 2 ** (bits - digit));
  });
  for (let k = 0; k < bits; k++) {
    const direction = directions[k]!;
    let scrambled = 0;
    for (let digit = 0; digit < bits; digit++) {
      scrambled |= parity(direction & rows[digit]!) << (bits - 1 - digit);
    }
    directions[k] = scrambled;
  }
}

/** 1 when an odd number of bits is set. */
function parity(word: number): number {
  let folded = word ^ (word >>> 16);
  folded ^= folded >>> 8;
  folded ^= folded >>> 4;
  folded ^= folded >>> 2;
  return (folded ^ (folded >>> 1)) & 1;
}
