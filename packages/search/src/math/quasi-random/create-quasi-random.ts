import type { Rng } from '@cambium/core';
import { createHalton } from './halton.js';
import type { QuasiRandomSequence } from './quasi-random-sequence.js';
import { createSobol, sobolDimensions } from './sobol.js';

export interface QuasiRandomSettings {
  readonly sequence: 'sobol' | 'halton';
  /** Randomises the sequence; absent, it is the same for everybody. */
  readonly scramble?: Rng;
}

/** A sequence of any number of dimensions: those that have no Sobol directions are Halton's. */
export function createQuasiRandom(
  dimensions: number,
  { sequence, scramble }: QuasiRandomSettings,
): QuasiRandomSequence {
  const halton = (count: number, skippedBases: number) =>
    createHalton(count, { skippedBases, ...(scramble === undefined ? {} : { scramble: scramble.fork('halton') }) });
  if (sequence === 'halton') return halton(dimensions, 0);
  const sobol = createSobol(Math.min(dimensions, sobolDimensions), scramble?.fork('sobol'));
  if (dimensions <= sobolDimensions) return sobol;
  // The Sobol sequence's first dimension is Halton's base 2.
  const rest = halton(dimensions - sobolDimensions, 1);
  return { dimensions, point: (index) => Float64Array.of(...sobol.point(index), ...rest.point(index)) };
}
