import { symmetricEigen } from '../../math/symmetric-eigen.js';

/** A symmetric n × n matrix as its upper triangle, row by row: n(n + 1)/2 numbers, half the state's size. */
export type Triangle = readonly number[];

/** C = B·D²·Bᵀ, ready to draw from N(0, C) and to measure lengths in it. */
export interface Shape {
  /** B: component i of axis k is `axes[k * n + i]`. */
  readonly axes: Float64Array;
  /** D: the standard deviation along each axis. */
  readonly deviations: Float64Array;
}

export function identityTriangle(n: number): number[] {
  return fromFull(
    Float64Array.from({ length: n * n }, (_, index) => (index % (n + 1) === 0 ? 1 : 0)),
    n,
  );
}

export function toFull(triangle: Triangle, n: number): Float64Array {
  const full = new Float64Array(n * n);
  let next = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const value = triangle[next++] ?? 0;
      full[i * n + j] = value;
      full[j * n + i] = value;
    }
  }
  return full;
}

export function fromFull(full: Float64Array, n: number): number[] {
  const triangle: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) triangle.push(full[i * n + j] ?? 0);
  }
  return triangle;
}

/** The latest decompositions: a state is read again for each ask, and its covariance changes once in a generation. */
const latest: { readonly triangle: Triangle; readonly shape: Shape | undefined }[] = [];
const remembered = 8;

/** Undefined for a matrix that rounding has left without n positive eigenvalues, or not finite. */
export function decompose(triangle: Triangle, n: number): Shape | undefined {
  const known = latest.find((other) => isEqual(other.triangle, triangle));
  if (known !== undefined) return known.shape;
  const { values, vectors } = symmetricEigen(toFull(triangle, n), n);
  const sound = values.every((value) => value > 0 && value < Infinity);
  const shape = sound ? { axes: vectors, deviations: values.map(Math.sqrt) } : undefined;
  latest.unshift({ triangle, shape });
  latest.splice(remembered);
  return shape;
}

function isEqual(a: Triangle, b: Triangle): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

// `!` below: every index is within its array.

/** B·D·z: N(0, C) for standard normal z. */
export function stretch({ axes, deviations }: Shape, z: Float64Array): Float64Array {
  const n = z.length;
  const step = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const length = deviations[k]! * z[k]!;
    for (let i = 0; i < n; i++) step[i] = step[i]! + length * axes[k * n + i]!;
  }
  return step;
}

/** C^(−½)·y = B·D⁻¹·Bᵀ·y: standard normal for y from N(0, C). */
export function whiten({ axes, deviations }: Shape, y: ArrayLike<number>): Float64Array {
  const n = y.length;
  const white = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let length = 0;
    for (let i = 0; i < n; i++) length += axes[k * n + i]! * y[i]!;
    length /= deviations[k]!;
    for (let i = 0; i < n; i++) white[i] = white[i]! + length * axes[k * n + i]!;
  }
  return white;
}
