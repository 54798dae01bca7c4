/** A sequence of points in [0, 1)ᵈ that fill it more evenly than random ones do. */
export interface QuasiRandomSequence {
  readonly dimensions: number;
  /** The point at `index`, a whole number from 0 to 2³² − 1. Any point can be had without those before it. */
  point(index: number): Float64Array;
}
