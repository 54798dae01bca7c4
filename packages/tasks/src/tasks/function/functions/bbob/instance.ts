import { type Matrix, rotation } from './matrix.js';
import { normals, uniforms } from './random-numbers.js';

/** What an instance of a function is drawn from. */
export interface Instance {
  readonly dimension: number;
  readonly seed: number;
  /** A random optimum on a grid in [−4, 4]. */
  readonly optimum: Float64Array;
  /** The rotations Q and R. */
  readonly q: Matrix;
  readonly r: Matrix;
}

/** One function on one instance. Values are above {@link Landscape.optimum}'s by what `evaluate` returns. */
export interface Landscape {
  readonly optimum: Float64Array;
  /** f(x) − f(x_opt). */
  evaluate(x: Float64Array): number;
}

/** `seedNumber`: the number of the function, or of the one whose instances it shares. */
export function createInstance(seedNumber: number, instance: number, dimension: number): Instance {
  const seed = seedNumber + 1e4 * instance;
  const once = <T>(make: () => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const q = once(() => rotation(dimension, seed));
  const r = once(() => rotation(dimension, seed + 1e6));
  return {
    dimension,
    seed,
    optimum: randomOptimum(dimension, seed),
    get q() {
      return q();
    },
    get r() {
      return r();
    },
  };
}

export function randomOptimum(dimension: number, seed: number): Float64Array {
  return uniforms(dimension, seed).map((value) => (8 * Math.floor(1e4 * value)) / 1e4 - 4 || -1e-5);
}

/** f(x_opt): Cauchy distributed with median 0, two decimals, within [−1000, 1000]. */
export function optimalValue(seedNumber: number, instance: number): number {
  const seed = seedNumber + 1e4 * instance;
  const ratio = (normals(1, seed)[0] as number) / (normals(1, seed + 1)[0] as number);
  return Math.min(1000, Math.max(-1000, Math.floor(100 * 100 * ratio + 0.5) / 100));
}
